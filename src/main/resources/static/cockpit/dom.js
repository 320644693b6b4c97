/** Small makers of elements, and how a part of the page is filled anew without losing its place. */
import { element, freshId } from '../kit/elements.js';
import { say } from './words.js';

/** A button of Cockpit's look. */
export function button(label, work, attributes = {}) {
  const made = element('button', { type: 'button', class: 'btn btn-default', ...attributes }, label);
  made.addEventListener('click', work);
  return made;
}

/** A titled part of a page. */
export function card(title, attributes = {}, ...children) {
  const id = freshId('card');
  return element(
    'div',
    { ...attributes, role: 'region', class: `yc-card ${attributes.class || ''}`, 'aria-labelledby': id },
    element('h2', { id }, title),
    ...children
  );
}

/** A table: its caption for screen readers, the names of its columns, and its rows (arrays of cells, the first a header). */
export function table(caption, columns, rows, attributes = {}) {
  return element(
    'table',
    { ...attributes, class: `yc-table ${attributes.class || ''}` },
    element('caption', { class: 'yc-unseen' }, caption),
    element('thead', {}, element('tr', {}, ...columns.map((column) => element('th', { scope: 'col' }, column)))),
    element('tbody', {}, ...rows.map(tableRow))
  );
}

/** A row of such a table. */
export function tableRow([first, ...rest]) {
  return element('tr', {}, element('th', { scope: 'row' }, first), ...rest.map((cell) => element('td', {}, cell)));
}

/** A drop-down list with its label; options are pairs of value and label. */
export function select(label, options, value, work) {
  const box = element('select', { class: 'form-control' });
  offer(box, options, value);
  box.addEventListener('change', () => work(box.value));
  return { node: element('label', { class: 'yc-field' }, element('span', {}, label), box), box };
}

/** Gives a drop-down list other options, unless they are the same. */
export function offer(box, options, value) {
  const key = JSON.stringify(options);
  if (box.dataset.options !== key) {
    box.dataset.options = key;
    box.replaceChildren(...options.map(([code, label]) => element('option', { value: code }, label)));
  }
  box.value = value;
}

/** Fills an element anew; what had the focus, known by its data-key, has it again. */
export function refill(host, ...children) {
  const key = host.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  host.replaceChildren(...children.filter((child) => child !== null && child !== undefined));
  if (key) {
    host.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
  }
}

/** Does the work only if it is to show something else than last time: nothing is replaced under the mouse without need. */
export function onChange(work) {
  let before = null;
  return (...shown) => {
    const now = JSON.stringify(shown);
    if (now !== before) {
      before = now;
      work(...shown);
    }
  };
}

/** What is told while something is read, or instead of it. */
export function hint(text, role) {
  return element('p', { class: 'yc-hint', role }, text);
}

/** What is told where reading failed, with a way to try again. */
export function failure(problem, again) {
  return element(
    'div',
    { class: 'yc-failure', role: 'alert' },
    element('p', {}, problem.violations?.[0]?.message || problem.message),
    again ? button(say('board.retry'), again) : null
  );
}

/** Goes back and forth through an answer that is told in pages, each naming where the next begins. */
export class Pages {
  constructor() {
    this.begin();
  }

  /** Back to the first page. */
  begin() {
    this.starts = [null];
  }

  /** Where the page that is shown begins; null for the first. */
  get start() {
    return this.starts[this.starts.length - 1];
  }

  /** How many pages lie before the one that is shown. */
  get before() {
    return this.starts.length - 1;
  }

  forth(next) {
    this.starts.push(next);
  }

  back() {
    this.starts.pop();
  }
}
