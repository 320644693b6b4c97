/** A form as a whole: its fields, what depends on them, and what is wrong, shown at the fields and on top. */
import { element } from './elements.js';
import { Field } from './fields.js';
import { refusedRows } from './pasted.js';
import { told } from './words.js';

/** A cell of a row, as people[2].from. */
const CELL = /^(\w+)\[(\d+)\]\.(\w+)$/;

/** The fields below an element, made ready for input. */
export class Form {
  /** @param {HTMLElement} root the element that holds the fields, as a rule the <form> */
  constructor(root) {
    this.root = root;
    this.root.classList.add('yb-form');
    this.messages = element('div', { class: 'yb-messages', role: 'alert', tabindex: '-1', hidden: true });
    this.root.prepend(this.messages);
    this.fields = [...root.querySelectorAll('[data-field]')].map((host) => new Field(host));
    this.root.addEventListener('change', () => this.adapt());
    this.root.addEventListener('submit', (event) => event.preventDefault());
    this.adapt();
  }

  /** The field of a name. */
  field(name) {
    return this.fields.find((field) => field.name === name);
  }

  /** Puts other fields into an element of the form, in place of those that are there. */
  replaceFields(room, hosts) {
    this.fields = this.fields.filter((field) => !room.contains(field.host));
    room.replaceChildren(...hosts);
    this.fields.push(...hosts.map((host) => new Field(host)));
  }

  /** Takes further fields in, which stand in the form already. */
  addFields(hosts) {
    this.fields.push(...hosts.map((host) => new Field(host)));
    this.adapt();
  }

  /** Takes an element out of the form, with its fields. */
  removeFields(room) {
    this.fields = this.fields.filter((field) => !room.contains(field.host));
    room.remove();
  }

  /** The values of the fields that are shown; those left empty are left out. */
  values() {
    const given = this.fields.filter((field) => field.active() && field.value() !== null);
    return Object.fromEntries(given.map((field) => [field.name, field.value()]));
  }

  /** Shows what depends on a choice: data-when="decision=REFUSE", with a comma at its end as long as nothing is chosen, too. */
  adapt() {
    this.root.querySelectorAll('[data-when]').forEach((host) => {
      const [name, values] = host.dataset.when.split('=');
      host.hidden = !values.split(',').includes(this.field(name)?.value() ?? '');
    });
  }

  disable(disabled) {
    this.fields.forEach((field) => field.disable(disabled));
  }

  /** Checks every field that is shown; if something is wrong, says so on top and goes to the first. */
  async check() {
    await Promise.all(this.fields.map((field) => field.settle()));
    const wrong = this.fields.filter((field) => !field.check());
    if (wrong.length) {
      this.say(`有 ${wrong.length} 处需要更正：${[...new Set(wrong.map((field) => field.label))].join('、')}`);
      wrong[0].focus();
    } else {
      this.say(null);
    }
    return wrong.length === 0;
  }

  /** Shows a refusal: what concerns a field at the field, the rest on top. Nothing typed is lost. */
  showProblem(problem) {
    const atField = [];
    const elsewhere = [];
    this.gathered(problem.violations || []).forEach((violation) => {
      const field = this.field(violation.field);
      (field?.active() ? atField : elsewhere).push({ ...violation, field });
    });
    atField.forEach(({ field, message }) => field.show(told(message)));
    const lines = elsewhere.map((violation) => told(violation.message));
    if (!lines.length) {
      lines.push(atField.length ? `有 ${atField.length} 处需要更正：${atField.map(({ field }) => field.label).join('、')}` : problem.message);
    }
    this.say(...lines);
    (atField[0]?.field || this.messages).focus();
  }

  /** The violations, those of the rows of a field put together as one of the field. */
  gathered(violations) {
    const ofRows = (violation) => {
      const [, name, row, column] = CELL.exec(violation.field) || [];
      const field = name && this.field(name);
      return field?.host.dataset.kind === 'rows' ? { field, row: Number(row), column, message: violation.message } : null;
    };
    const rows = violations.map(ofRows).filter(Boolean);
    const fields = [...new Set(rows.map(({ field }) => field))];
    return [
      ...violations.filter((violation) => !ofRows(violation)),
      ...fields.map((field) => ({
        field: field.name,
        message: refusedRows(rows.filter((row) => row.field === field), field.value() ?? '', field.host)
      }))
    ];
  }

  /** Puts sentences on top of the form (null clears them); screen readers read them out. */
  say(...sentences) {
    const lines = sentences.filter(Boolean).map((sentence) => element('p', {}, sentence));
    this.messages.replaceChildren(...lines);
    this.messages.hidden = lines.length === 0;
  }
}
