/** Where cases wait: a badge at each activity of the diagram, with a legend and the choice between open and finished. */
import { getJson } from '../kit/http.js';
import { element, freshId } from '../kit/elements.js';
import { hint, refill } from './dom.js';
import { count, say } from './words.js';

const LAYER = 'yiban-waiting';
const SHOWN = 'yiban.waiting';
/** Medians up to the first are short, up to the second middling: shades of the badge, not a rule of any document. */
const SHADES = [3, 7];

/** Puts the badges on a diagram; the answer takes them away again. */
export function showWaiting(viewer, key) {
  const overlay = new Waiting(viewer, key);
  overlay.read();
  return () => overlay.end();
}

class Waiting {
  constructor(viewer, key) {
    this.overlays = viewer.get('overlays');
    this.elements = viewer.get('elementRegistry');
    this.key = key;
    this.which = 'open';
    this.on = localStorage.getItem(SHOWN) !== 'off';
    this.activities = [];
    this.message = element('div', { role: 'status' });
    this.legend = this.panel();
    viewer.get('canvas').getContainer().append(this.legend);
  }

  panel() {
    const group = freshId('waiting');
    const show = element('input', { type: 'checkbox' });
    show.checked = this.on;
    show.addEventListener('change', () => {
      this.on = show.checked;
      localStorage.setItem(SHOWN, this.on ? 'on' : 'off');
      this.draw();
    });
    const choices = ['open', 'finished'].map((which) => {
      const radio = element('input', { type: 'radio', name: group, value: which });
      radio.checked = which === this.which;
      radio.addEventListener('change', () => {
        this.which = which;
        this.draw();
      });
      return element('label', {}, radio, say(`waiting.${which}`));
    });
    const shades = ['short', 'middle', 'long'].map((shade) => element('li', {}, element('span', { class: `yc-swatch yc-wait-${shade}` }), say(`waiting.${shade}`)));
    this.details = element(
      'div',
      {},
      element('fieldset', { class: 'yc-which' }, element('legend', { class: 'yc-unseen' }, say('waiting.title')), ...choices),
      element('p', { class: 'yc-note' }, say('waiting.legend')),
      element('ul', { class: 'yc-keys' }, ...shades),
      this.message
    );
    const legend = element('section', { class: 'yc yc-waiting', 'aria-label': say('waiting.title') }, element('label', { class: 'yc-waiting-title' }, show, say('waiting.title')), this.details);
    ['mousedown', 'wheel', 'dblclick'].forEach((name) => legend.addEventListener(name, (event) => event.stopPropagation()));
    return legend;
  }

  async read() {
    try {
      const answer = await getJson(`/api/sla/process-definitions/${encodeURIComponent(this.key)}/waiting`);
      this.activities = answer.activities;
      this.draw();
    } catch (problem) {
      refill(this.message, hint(say('waiting.failed', { why: problem.message })));
    }
  }

  draw() {
    this.overlays.remove({ type: LAYER });
    this.details.hidden = !this.on;
    const figures = this.activities.map((each) => figuresOf(each, this.which)).filter(({ id, cases }) => cases && this.elements.get(id));
    refill(this.message, figures.length ? null : hint(say('waiting.none')));
    if (this.on) {
      figures.forEach((each) => this.badge(each));
    }
  }

  badge({ id, name, cases, median, p90 }) {
    const { width } = this.elements.get(id);
    const words = say('waiting.label', { name, n: count(cases), median: days(median), p90: days(p90) });
    const badge = element(
      'div',
      { class: `yc-badge yc-wait-${shadeOf(median)}`, title: words, role: 'img', 'aria-label': words },
      element('strong', {}, say('waiting.badge', { n: count(cases) })),
      element('span', {}, say('waiting.median', { n: days(median) })),
      element('span', {}, say('waiting.p90', { n: days(p90) }))
    );
    this.overlays.add(id, LAYER, { position: { top: -3, left: width / 2 }, html: element('div', {}, badge), scale: { min: 0.65, max: 1.3 } });
  }

  end() {
    this.legend.remove();
  }
}

function figuresOf(activity, which) {
  const { activityId, name } = activity;
  return { id: activityId, name: name || activityId, cases: activity[which], median: activity[`${which}Median`], p90: activity[`${which}P90`] };
}

function shadeOf(median) {
  return median <= SHADES[0] ? 'short' : median <= SHADES[1] ? 'middle' : 'long';
}

function days(number) {
  return number === null || number === undefined ? say('mark.none') : String(Math.round(number * 10) / 10);
}
