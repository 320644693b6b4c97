/** 告知书: the letters of a case, each to be printed on a page of its own. */
import { element } from '../kit/elements.js';
import { AGENCY } from '../kit/provisions.js';
import { shown, spoken } from '../kit/words.js';

/** Letters to another agency: their first line says to whom, as in those of a case that is about no person. */
const TO_AGENCIES = new Set(['endingAsked', 'endingWithdrawn']);

/** The letters. */
export function noticeLetters(view) {
  return view.notices.map((notice) => letter(notice, view));
}

function letter(notice, view) {
  const lines = spoken(notice.body).split('\n');
  const [addressee, ...paragraphs] = TO_AGENCIES.has(notice.kind) || !view.person ? lines : [`${view.person.name}：`, ...lines];
  const sheet = element(
    'article',
    { class: 'yb-letter' },
    element('h3', {}, notice.title),
    element('p', { class: 'yb-letter-number' }, `案号：${view.caseNumber}`),
    element('p', {}, addressee),
    ...paragraphs.map((paragraph) => element('p', { class: 'yb-letter-body' }, paragraph)),
    element('p', { class: 'yb-letter-end' }, `${view.poolName}医疗保险经办机构（盖章）`, element('br'), shown(notice.issuedAt, 'date'))
  );
  const button = element('button', { type: 'button', class: 'btn btn-default' }, '打印', element('span', { class: 'yb-hidden' }, notice.title));
  button.addEventListener('click', () => print(sheet));
  const ids = notice.basis.filter((provision) => (provision.id ?? provision) !== AGENCY);
  const cited = ids.length ? element('p', { class: 'yb-hint' }, `条款编号（不打印）：${shown(ids, 'list')}`) : null;
  return element('div', { class: 'yb-notice-item' }, sheet, cited, element('p', { class: 'yb-actions' }, button));
}

function print(sheet) {
  document.body.classList.add('yb-printing');
  sheet.classList.add('yb-print');
  window.addEventListener(
    'afterprint',
    () => {
      document.body.classList.remove('yb-printing');
      sheet.classList.remove('yb-print');
    },
    { once: true }
  );
  window.print();
}
