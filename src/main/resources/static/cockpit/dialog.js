/** A dialog with a form on the kit: checked where the person types, and by the server, whose refusals stand at the fields. */
import { Form } from '../kit/form.js';
import { element, freshId } from '../kit/elements.js';
import { button } from './dom.js';
import { say } from './words.js';

/**
 * Asks; what has the focus has it again afterwards.
 *
 * @param {object} options
 * @param {string} options.title
 * @param {string?} options.lead a sentence above the fields
 * @param {object[]} options.fields name, kind, label, required, hint, options (pairs of value and label), value
 * @param {string} options.submit the word on the button
 * @param {(values: object) => Promise<void>} options.send sends the values; what it throws is shown
 */
export function ask({ title, lead, fields, submit, send }) {
  const before = document.activeElement;
  const id = freshId('dialog');
  const form = element('form', { class: 'yc-dialog-form', novalidate: true }, lead ? element('p', {}, lead) : null, ...fields.map(hostOf));
  const go = element('button', { type: 'submit', class: 'btn btn-primary' }, submit);
  const dialog = element('dialog', { class: 'yc yc-dialog', 'aria-labelledby': id }, element('h2', { id }, title), form);
  form.append(element('div', { class: 'yc-dialog-actions' }, go, button(say('act.cancel'), () => dialog.close())));
  const kit = new Form(form);
  form.dataset.state = 'ready';
  fields.forEach(({ name, value }) => value !== undefined && kit.field(name).set(value));
  form.addEventListener('submit', async () => {
    const wrong = kit.fields.filter((field) => !field.check());
    if (wrong.length) {
      wrong[0].focus();
      return;
    }
    go.disabled = true;
    try {
      await send(kit.values());
      dialog.close();
    } catch (problem) {
      kit.showProblem(problem);
    } finally {
      go.disabled = false;
    }
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before?.isConnected) {
      before.focus();
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  kit.fields[0].focus();
}

function hostOf({ name, kind, label, required, hint, lines, wrong, options = [], ...rest }) {
  const host = element('div', {
    'data-field': name,
    'data-kind': kind,
    'data-label': label,
    'data-required': required,
    'data-hint': hint,
    'data-lines': lines,
    'data-max-length': rest['max-length'],
    'data-missing': required ? say('act.missing', { label }) : null,
    'data-wrong': wrong
  });
  host.append(...options.map(([value, words]) => element('span', { 'data-option': value }, words)));
  return host;
}
