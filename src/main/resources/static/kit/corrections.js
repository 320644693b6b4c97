/**
 * The facts of a case with where each comes from. A person corrects one, or states one that the record does not know, only
 * with a reason; where the decision depends on one that is not known, it stands open to be stated. The form has an element data-corrections; corrections
 * go into the request as a list of name, value and reason.
 */
import { element } from './elements.js';
import { shown, spoken } from './words.js';

const KIND_OF_TYPE = { DATE: 'date', MONTH: 'month', YEAR: 'year', COUNT: 'whole', MONEY: 'money', RATE: 'rate', FLAG: 'select', CHOICE: 'select' };

/**
 * Shows the facts of a model and lets people correct them.
 *
 * @param form the form
 * @param {object} model with facts and openFacts
 * @param {string} when the choice with which corrections are sent, as decision=CONFIRM; correcting takes it
 * @param {boolean} amountOnly whether only facts on which nothing but the amount depends may be corrected
 */
export function corrections(form, model, when, amountOnly = false) {
  return new Corrections(form, model, when, amountOnly);
}

class Corrections {
  constructor(form, { facts, openFacts }, when, amountOnly) {
    const [name, value] = when.split('=');
    this.form = form;
    this.choose = () => {
      form.field(name).set(value);
      form.adapt();
    };
    this.lines = facts.map((fact) => {
      const open = openFacts.includes(fact.name);
      const correctable = fact.correctable && (!amountOnly || fact.amountOnly);
      return line(fact, open, correctable ? { when, choose: this.choose } : null);
    });
    const hosts = this.lines.flatMap((each) => each.hosts);
    const room = form.root.querySelector('[data-corrections]');
    form.replaceFields(room, hosts);
    this.lines.forEach((each) => each.place?.append(...each.hosts));
    room.replaceChildren(
      element(
        'table',
        { class: 'table table-condensed yb-table yb-corrections' },
        element('thead', {}, element('tr', {}, ...['事实', '值', '出处'].map((title) => element('th', { scope: 'col' }, title)), element('th', { scope: 'col', 'aria-label': '更正' }))),
        element('tbody', {}, ...this.lines.flatMap((each) => each.rows))
      )
    );
    form.adapt();
  }

  /** The corrections as the server takes them. */
  list(values) {
    return this.lines
      .filter((each) => each.hosts.length && !each.rows[1].hidden)
      .map(({ fact }) => ({ name: fact.name, value: values[`facts.${fact.name}`] ?? null, reason: values[`reason.${fact.name}`] }));
  }
}

function line(fact, open, correcting) {
  const value = element('td', {}, shown(fact.shown));
  const action = element('td', {});
  const row = element('tr', { class: open ? 'yb-open-fact' : null }, element('th', { scope: 'row' }, spoken(fact.label)), value, element('td', {}, shown(fact.source)), action);
  if (!correcting) {
    return { fact, hosts: [], rows: [row] };
  }
  const hosts = [valueField(fact), reasonField(fact)];
  hosts.forEach((host) => host.setAttribute('data-when', open ? `${correcting.when},` : correcting.when));
  const place = element('div', { class: 'yb-fields' });
  const inputs = element('tr', { class: 'yb-correction' }, element('td', { colspan: 4 }, place));
  inputs.hidden = !open;
  if (open) {
    action.append(element('span', { class: 'yb-mark' }, '须填写'));
  } else {
    action.append(button(fact, inputs, correcting.choose));
  }
  return { fact, hosts, place, rows: [row, inputs] };
}

function button(fact, inputs, choose) {
  const doing = known(fact) ? '更正' : '填写';
  const words = () => (inputs.hidden ? `${doing}…` : `不${doing}`);
  const made = element('button', { type: 'button', class: 'btn btn-default btn-xs', 'aria-label': `${doing}：${spoken(fact.label)}`, 'aria-expanded': 'false' }, words());
  made.addEventListener('click', () => {
    inputs.hidden = !inputs.hidden;
    made.textContent = words();
    made.setAttribute('aria-expanded', String(!inputs.hidden));
    if (!inputs.hidden) {
      choose();
      inputs.querySelector('input, select').focus();
    }
  });
  return made;
}

/** What nobody knew before is stated, not corrected. */
function known(fact) {
  return fact.value !== null;
}

function valueField(fact) {
  const options = Object.entries(fact.choices).map(([value, label]) => element('span', { 'data-option': value }, label));
  return element(
    'div',
    { 'data-field': `facts.${fact.name}`, 'data-kind': KIND_OF_TYPE[fact.type] || 'text', 'data-label': `${spoken(fact.label)}（${known(fact) ? '更正为' : '填写'}）`, 'data-required': true },
    ...options
  );
}

function reasonField(fact) {
  return element('div', { 'data-field': `reason.${fact.name}`, 'data-label': known(fact) ? '更正的理由和出处' : '依据和出处', 'data-max-length': 200, 'data-required': true });
}
