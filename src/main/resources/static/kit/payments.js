/**
 * What a person has paid, offered beside the field of a receipt: once the fields identityNumber and name name somebody, the
 * element data-payments lists the payments of the viewer's pools, to be taken over by a press. Typing a number stays possible.
 */
import { element } from './elements.js';
import { postJson } from './http.js';
import { shown } from './words.js';

/**
 * Offers payments for a field.
 *
 * @param form the form
 * @param {string} name of the field that takes the number of the receipt
 */
export function offerPayments(form, name) {
  const room = form.root.querySelector('[data-payments]');
  const person = ['identityNumber', 'name'].map((field) => form.field(field));
  let asked = '';
  room.setAttribute('aria-live', 'polite');
  room.hidden = true;

  person.forEach((field) => field.host.addEventListener('change', ask));
  form.field(name).host.addEventListener('input', mark);

  async function ask() {
    const known = person.every((field) => field.value() !== null && !field.wrong());
    const [identityNumber, called] = person.map((field) => field.value());
    const key = known ? `${identityNumber} ${called}` : '';
    if (key === asked) {
      return;
    }
    asked = key;
    const found = known ? await payments(identityNumber, called) : [];
    if (key === asked) {
      room.hidden = !known;
      room.replaceChildren(...(found.length ? [caption(), element('ul', {}, ...found.map(offer))] : [none()]));
      mark();
    }
  }

  function offer(payment) {
    const button = element(
      'button',
      { type: 'button', class: 'btn btn-default btn-xs', 'data-reference': payment.reference, 'aria-pressed': 'false' },
      payment.reference
    );
    button.addEventListener('click', () => {
      form.field(name).set(payment.reference);
      mark();
    });
    const span = payment.from === payment.to ? shown(payment.from, 'month') : `${shown(payment.from, 'month')}至${shown(payment.to, 'month')}`;
    return element(
      'li',
      {},
      button,
      ` ${payment.poolName} · ${shown(payment.scheme, 'scheme')} · ${span} · 个人缴费 ${shown(payment.personalAmount, 'yuan')} · ${shown(payment.paidOn, 'date')}缴`
    );
  }

  function mark() {
    const taken = form.field(name).value();
    room.querySelectorAll('[data-reference]').forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.reference === taken)));
  }
}

/** Whoever is not found here may have paid elsewhere or not at all: the server says so when the form is sent. */
async function payments(identityNumber, name) {
  try {
    return (await postJson('/api/people/search', { identityNumber, name })).payments;
  } catch {
    return [];
  }
}

function caption() {
  return element('p', { class: 'yb-hint' }, '登记的缴费，按一下填入凭证号：');
}

function none() {
  return element('p', { class: 'yb-hint' }, '本统筹区没有这位参保人的缴费登记；请核对证件号码和姓名。');
}
