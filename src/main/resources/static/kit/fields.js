/**
 * Input fields. The author of a form writes <div data-field="name" data-label="姓名" data-required></div>; from it comes a
 * label, a control, a hint and a place for what is wrong with the value. data-missing and data-wrong say in other words that
 * nothing is given, or what is wrong.
 */
import * as checks from './checks.js';
import { checksControl, choiceControl, dateControl, selectControl, textControl } from './controls.js';
import { element, freshId } from './elements.js';
import { wrongRows } from './pasted.js';
import { provisionsControl } from './provisions.js';
import { regionControl } from './region.js';

/** While a mouse button is down; what moved below it then would not get the click. */
let pressed = null;
const LONGEST_PRESS_MS = 1000;
document.addEventListener(
  'pointerdown',
  () => {
    pressed = new Promise((release) => {
      setTimeout(release, LONGEST_PRESS_MS);
      ['pointerup', 'pointercancel'].forEach((end) =>
        document.addEventListener(end, () => setTimeout(release), { once: true, capture: true })
      );
    });
  },
  { capture: true }
);

async function released() {
  await pressed;
}

const KINDS = {
  text: { control: textControl },
  identity: { control: textControl, check: checks.identityNumber, tidy: (text) => text.replace(/\s/g, '').toUpperCase() },
  phone: { control: textControl, check: checks.phone },
  count: { control: textControl, check: checks.count },
  date: { control: dateControl, check: checks.date, tidy: checks.tidyDate },
  'past-date': { control: dateControl, check: checks.pastDate, tidy: checks.tidyDate },
  month: { control: textControl, check: checks.month, tidy: checks.tidyMonth },
  year: { control: textControl, check: checks.year },
  whole: { control: textControl, check: checks.whole },
  money: { control: textControl, check: checks.money },
  rate: { control: textControl, check: checks.rate },
  rows: { control: textControl, check: wrongRows },
  choice: { control: choiceControl },
  checks: { control: checksControl },
  select: { control: selectControl },
  region: { control: regionControl },
  provisions: { control: provisionsControl }
};

/** One field of a form: its value and what is wrong with it. */
export class Field {
  /** @param {HTMLElement} host the element with data-field; its attributes say what the field is */
  constructor(host) {
    this.host = host;
    this.name = host.dataset.field;
    this.label = host.dataset.label;
    this.required = 'required' in host.dataset;
    this.kind = KINDS[host.dataset.kind || 'text'];
    if (!this.kind) {
      throw new Error(`字段 ${this.name}：没有 data-kind="${host.dataset.kind}" 这种字段`);
    }
    this.render();
  }

  render() {
    const id = freshId(this.name);
    this.messageId = `${id}-message`;
    const hintId = this.host.dataset.hint ? `${id}-hint` : null;
    this.control = this.kind.control({
      id,
      host: this.host,
      required: this.required,
      describedBy: [hintId, this.messageId].filter(Boolean).join(' ')
    });
    this.message = element('p', { id: this.messageId, class: 'yb-message', 'aria-live': 'polite' });
    const hint = hintId ? element('p', { id: hintId, class: 'yb-hint' }, this.host.dataset.hint) : null;
    const caption = this.required ? 'yb-label yb-required' : 'yb-label';
    this.host.classList.add('yb-field');
    if (this.control.group) {
      const legend = element('legend', { class: caption }, this.label);
      this.host.replaceChildren(element('fieldset', { class: 'yb-group' }, legend, this.control.node), hint || '', this.message);
    } else {
      const label = element('label', { for: id, class: caption }, this.label);
      this.host.replaceChildren(label, this.control.node, hint || '', this.message);
    }
    this.host.addEventListener('input', () => this.onInput());
    this.host.addEventListener('change', () => this.onInput());
    this.host.addEventListener('focusout', () => this.onLeave());
  }

  /** The value as it will be sent; null if nothing is given. */
  value() {
    const text = this.control.get().trim();
    const tidy = this.kind.tidy ? this.kind.tidy(text) : text;
    return tidy === '' ? null : tidy;
  }

  set(value) {
    this.control.set(value ?? '');
    this.show(null);
  }

  /** Takes an option out of a choice. */
  withdraw(value) {
    this.control.withdraw(value);
  }

  /** Offers other options, pairs of value and label, to a select. */
  offer(options) {
    this.control.offer(options);
  }

  /** Whether the field takes part: a field that is not shown is neither checked nor sent. */
  active() {
    return !this.host.closest('[hidden]');
  }

  /** What is wrong with the value, or null. */
  wrong() {
    const own = this.control.wrong?.();
    if (own) {
      return own;
    }
    const value = this.value();
    if (value === null) {
      return this.required ? this.host.dataset.missing || `请${this.control.choosing ? '选择' : '填写'}${this.label}` : null;
    }
    const wrong = this.kind.check?.(value, this.host) || null;
    return wrong && (this.host.dataset.wrong || wrong);
  }

  /** Checks the value and shows the result. */
  check() {
    const message = this.active() ? this.wrong() : null;
    this.show(message);
    return message === null;
  }

  show(message) {
    this.message.textContent = message || '';
    this.host.classList.toggle('yb-invalid', Boolean(message));
    this.control.inputs().forEach((input) => input.setAttribute('aria-invalid', message ? 'true' : 'false'));
  }

  focus() {
    this.control.inputs()[0]?.focus();
  }

  disable(disabled) {
    this.control.inputs().forEach((input) => {
      input.disabled = disabled;
    });
  }

  onInput() {
    if (this.host.classList.contains('yb-invalid') || this.host.dataset.kind === 'identity' && this.value()?.length === 18) {
      this.check();
    }
  }

  /** Waits for a look-up under way. */
  async settle() {
    await this.control.settle?.();
  }

  async onLeave() {
    await released();
    await this.settle();
    if (this.kind.tidy && this.value() !== null) {
      this.control.set(this.value());
    }
    if (this.value() !== null || this.control.wrong?.()) {
      this.check();
    }
  }
}
