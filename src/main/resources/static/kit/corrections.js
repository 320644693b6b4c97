/**
 * The facts of a case with where each comes from. A person corrects one only with a reason; one that the record does not
 * know, and on which the decision depends, stands open to be stated. The form has an element data-corrections; corrections
 * go into the request as a list of name, value and reason.
 */
import { element } from './elements.js';

const KIND_OF_TYPE = { DATE: 'date', MONTH: 'month', YEAR: 'year', COUNT: 'whole', MONEY: 'money', RATE: 'rate', FLAG: 'select', CHOICE: 'select' };

/**
 * Shows the facts of a model and lets people correct them.
 *
 * @param form the form
 * @param {object} model with facts and openFacts
 * @param {boolean} amountOnly whether only facts on which nothing but the amount depends may be corrected
 */
export function corrections(form, model, amountOnly = false) {
  return new Corrections(form, model, amountOnly);
}

class Corrections {
  constructor(form, { facts, openFacts }, amountOnly) {
    this.form = form;
    this.lines = facts.map((fact) => {
      const open = openFacts.includes(fact.name);
      return line(fact, open, fact.correctable && (!amountOnly || fact.amountOnly));
    });
    const hosts = this.lines.flatMap((each) => each.hosts);
    const room = form.root.querySelector('[data-corrections]');
    form.replaceFields(room, hosts);
    room.replaceChildren(
      element(
        'table',
        { class: 'table table-condensed yb-table yb-corrections' },
        element('thead', {}, element('tr', {}, ...['事实', '值', '出处', ''].map((title) => element('th', { scope: 'col' }, title)))),
        element('tbody', {}, ...this.lines.flatMap((each) => each.rows))
      )
    );
  }

  /** The corrections as the server takes them. */
  list(values) {
    return this.lines
      .filter((each) => each.hosts.length && !each.rows[1].hidden)
      .map(({ fact }) => ({ name: fact.name, value: values[`facts.${fact.name}`] ?? null, reason: values[`reason.${fact.name}`] }));
  }
}

function line(fact, open, correctable) {
  const value = element('td', {}, fact.shown ?? '—');
  const action = element('td', {});
  const row = element('tr', { class: open ? 'yb-open-fact' : null }, element('th', { scope: 'row' }, fact.label), value, element('td', {}, fact.source), action);
  if (!correctable) {
    return { fact, hosts: [], rows: [row] };
  }
  const hosts = [valueField(fact), reasonField(fact)];
  const inputs = element('tr', { class: 'yb-correction' }, element('td', { colspan: 4 }, element('div', { class: 'yb-fields' }, ...hosts)));
  inputs.hidden = !open;
  if (open) {
    action.append(element('span', { class: 'yb-mark' }, '须填写'));
  } else {
    action.append(button(fact, inputs));
  }
  return { fact, hosts, rows: [row, inputs] };
}

function button(fact, inputs) {
  const words = () => (inputs.hidden ? '更正…' : '不更正');
  const made = element('button', { type: 'button', class: 'btn btn-default btn-xs', 'aria-label': `更正：${fact.label}`, 'aria-expanded': 'false' }, words());
  made.addEventListener('click', () => {
    inputs.hidden = !inputs.hidden;
    made.textContent = words();
    made.setAttribute('aria-expanded', String(!inputs.hidden));
    if (!inputs.hidden) {
      inputs.querySelector('input, select').focus();
    }
  });
  return made;
}

function valueField(fact) {
  const options = Object.entries(fact.choices).map(([value, label]) => element('span', { 'data-option': value }, label));
  return element(
    'div',
    { 'data-field': `facts.${fact.name}`, 'data-kind': KIND_OF_TYPE[fact.type] || 'text', 'data-label': `${fact.label}（更正为）`, 'data-required': true },
    ...options
  );
}

function reasonField(fact) {
  return element('div', { 'data-field': `reason.${fact.name}`, 'data-label': '更正的理由和出处', 'data-max-length': 200, 'data-required': true });
}
