/** 告知书: the letters of a case, each to be printed on a page of its own. */
import { element } from '../kit/elements.js';
import { shown } from '../kit/words.js';

/** Letters to another agency: their first line says to whom, as in those of a case that is about no person. */
const TO_AGENCIES = new Set(['endingAsked', 'endingWithdrawn']);

/** The letters, or a line that there are none. */
export function noticeLetters(view) {
  if (!view.notices.length) {
    return [element('p', { class: 'yb-none' }, '还没有告知书。')];
  }
  return view.notices.map((notice) => letter(notice, view));
}

function letter(notice, view) {
  const lines = notice.body.split('\n');
  const [addressee, ...paragraphs] = TO_AGENCIES.has(notice.kind) || !view.person ? lines : [`${view.person.name}：`, ...lines];
  const sheet = element(
    'article',
    { class: 'yb-letter' },
    element('h3', {}, notice.title),
    element('p', { class: 'yb-letter-number' }, `案号：${view.caseNumber}`),
    element('p', {}, addressee),
    ...paragraphs.map((paragraph) => element('p', { class: 'yb-letter-body' }, paragraph)),
    notice.basis.length ? element('p', { class: 'yb-letter-body' }, `依据：${shown(notice.basis, 'list')}`) : null,
    element('p', { class: 'yb-letter-end' }, view.poolName, element('br'), shown(notice.issuedAt, 'date'))
  );
  const button = element('button', { type: 'button', class: 'btn btn-default' }, '打印', element('span', { class: 'yb-hidden' }, notice.title));
  button.addEventListener('click', () => print(sheet));
  return element('div', { class: 'yb-notice-item' }, sheet, element('p', { class: 'yb-actions' }, button));
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
