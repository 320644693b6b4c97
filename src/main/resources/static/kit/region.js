/**
 * Look-up of an administrative region by name or six-digit code: a text input with a list of what matches (ARIA combobox).
 * The value is the code. data-pools offers pools (a county finds its pool), data-served only those served here.
 */
import { element } from './elements.js';
import { getJson } from './http.js';

const PAUSE_MS = 200;

export function regionControl({ id, host, required, describedBy }) {
  const listId = `${id}-list`;
  const input = element('input', {
    id,
    type: 'text',
    class: 'form-control',
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
    'aria-required': required ? 'true' : null,
    'aria-describedby': describedBy,
    placeholder: host.dataset.placeholder || '输入地名或六位代码，从列表中选择'
  });
  const list = element('ul', { id: listId, class: 'yb-list', role: 'listbox', 'aria-label': `${host.dataset.label}：可选地区`, hidden: true });
  const lookUp = new RegionLookUp(input, list, host.dataset);
  return {
    node: element('div', { class: 'yb-combobox' }, input, list),
    inputs: () => [input],
    get: () => lookUp.code,
    set: (value) => lookUp.set(value),
    wrong: () => lookUp.wrong(),
    settle: () => lookUp.settle()
  };
}

class RegionLookUp {
  constructor(input, list, { pools, served }) {
    this.poolsOnly = pools !== undefined || served !== undefined;
    this.servedOnly = served !== undefined;
    Object.assign(this, { input, list, code: '', found: [], at: -1, asked: 0, failure: null });
    input.addEventListener('input', () => this.onType());
    input.addEventListener('keydown', (event) => this.onKey(event));
  }

  wrong() {
    if (this.code || this.input.value.trim() === '') {
      return null;
    }
    return this.failure || '请从列表中选择地区，或填写存在的六位行政区划代码';
  }

  async set(code) {
    this.code = '';
    this.input.value = code;
    if (code) {
      await this.ask(code);
      this.chooseExact();
    }
  }

  onType() {
    this.code = '';
    clearTimeout(this.timer);
    const text = this.input.value.trim();
    if (text === '') {
      this.close();
      return;
    }
    this.timer = setTimeout(() => this.ask(text), PAUSE_MS);
  }

  async ask(text) {
    this.asked += 1;
    const turn = this.asked;
    try {
      const found = await getJson(`/api/regions?poolsOnly=${this.poolsOnly}&query=${encodeURIComponent(text)}`);
      if (turn === this.asked) {
        this.failure = null;
        this.show(this.servedOnly ? found.filter((region) => region.served) : found);
      }
    } catch (problem) {
      this.failure = problem.message;
      this.show([]);
    }
  }

  show(found) {
    this.found = found;
    this.at = -1;
    const options = found.map((region, place) => {
      const option = element(
        'li',
        { id: `${this.list.id}-${place}`, role: 'option', 'aria-selected': 'false' },
        region.fullName,
        element('span', { class: 'yb-code' }, region.code)
      );
      option.addEventListener('mousedown', (event) => {
        event.preventDefault();
        this.choose(region);
      });
      return option;
    });
    this.list.replaceChildren(...(options.length ? options : [element('li', { class: 'yb-none' }, '没有匹配的地区')]));
    const open = document.activeElement === this.input;
    this.list.hidden = !open;
    this.input.setAttribute('aria-expanded', String(open));
  }

  onKey(event) {
    if (event.key === 'Escape' && !this.list.hidden) {
      event.stopPropagation();
      this.close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && this.found.length) {
      event.preventDefault();
      this.mark((this.at + (event.key === 'ArrowDown' ? 1 : -1) + this.found.length) % this.found.length);
    } else if (event.key === 'Enter' && this.at >= 0 && !this.list.hidden) {
      event.preventDefault();
      this.choose(this.found[this.at]);
    }
  }

  mark(place) {
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    this.at = place;
    [...this.list.children].forEach((option, each) => option.setAttribute('aria-selected', String(each === place)));
    this.input.setAttribute('aria-activedescendant', `${this.list.id}-${place}`);
    this.list.children[place].scrollIntoView({ block: 'nearest' });
  }

  choose(region) {
    this.code = region.code;
    this.input.value = `${region.fullName}（${region.code}）`;
    this.close();
    this.input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** The region of just that code or name, or the only one found, counts as chosen. */
  chooseExact() {
    const text = this.input.value.trim();
    const same = this.found.filter((region) => [region.code, region.name, region.fullName].includes(text));
    const only = same.length ? same : this.found;
    if (only.length === 1) {
      this.choose(only[0]);
    }
  }

  /** When the person leaves the field: takes what was typed if it names one region. */
  async settle() {
    clearTimeout(this.timer);
    if (!this.code && this.input.value.trim() !== '') {
      await this.ask(this.input.value.trim());
      this.chooseExact();
    }
    this.close();
  }

  close() {
    this.list.hidden = true;
    this.at = -1;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }
}
