/** A masked identity number that is shown in full when a person gives a reason; the server records who asked and why. */
import { element, freshId } from './elements.js';
import { postJson } from './http.js';

export function identityFact(masked, person) {
  const number = element('span', { class: 'yb-number' }, masked || '—');
  const box = element('span', { class: 'yb-identity' }, number);
  if (masked && person?.id) {
    box.append(' ', askButton(box, number, person.id));
  }
  return box;
}

function askButton(box, number, personId) {
  const button = element('button', { type: 'button', class: 'btn btn-link btn-xs' }, '显示全号');
  button.addEventListener('click', () => {
    const form = reasonForm(number, personId);
    button.hidden = true;
    form.addEventListener('yb-closed', (event) => {
      form.remove();
      button.hidden = event.detail.shown;
    });
    box.append(form);
    form.querySelector('input').focus();
  });
  return button;
}

function reasonForm(number, personId) {
  const id = freshId('reason');
  const input = element('input', { id, type: 'text', class: 'form-control input-sm', maxlength: 200, autocomplete: 'off' });
  const show = element('button', { type: 'button', class: 'btn btn-default btn-sm' }, '显示');
  const cancel = element('button', { type: 'button', class: 'btn btn-link btn-sm' }, '取消');
  const message = element('span', { class: 'yb-message', role: 'alert' });
  const form = element('span', { class: 'yb-reason' }, element('label', { for: id }, '查看理由（将记录在案）'), input, show, cancel, message);
  const close = (shown) => form.dispatchEvent(new CustomEvent('yb-closed', { detail: { shown } }));
  const reveal = async () => {
    const reason = input.value.trim();
    if (!reason) {
      message.textContent = '请填写查看理由';
      input.focus();
      return;
    }
    try {
      const answer = await postJson(`/api/people/${personId}/identity-number`, { reason });
      number.textContent = answer.identityNumber;
      close(true);
    } catch (problem) {
      message.textContent = problem.message;
    }
  };
  show.addEventListener('click', reveal);
  cancel.addEventListener('click', () => close(false));
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      reveal();
    }
  });
  return form;
}
