/** The information tables that were sent or received, what was asked about each, and where each is printed. */
import { element } from '../kit/elements.js';
import { address } from '../kit/http.js';
import { shown } from '../kit/words.js';

/** What stands below the facts of the newest table. */
export function tableRounds(view) {
  return (view.informationTable?.rounds || []).flatMap((round) => [
    element(
      'p',
      { class: 'yb-round' },
      element('strong', {}, round.paperReference ? `纸质信息表 ${round.paperReference}` : `第 ${round.version} 次出具`),
      ` ${shown(round.preparedAt, round.paperReference ? 'dayOf' : 'time')}，实际缴费 ${shown(round.paidMonths, 'months')}，视同缴费 ${shown(round.deemedMonths, 'months')}。 `,
      ...(round.paperReference ? [] : [printLink(view, round)])
    ),
    ...(round.note ? [element('p', { class: 'yb-hint' }, `备注或答复：${round.note}`)] : []),
    ...(round.questions
      ? [element('p', { class: 'yb-notice' }, `转入地的疑问（${shown(round.askedAt, 'time')}）：${round.questions}`)]
      : [])
  ]);
}

function printLink(view, round) {
  const page = `/desk/transfers/${encodeURIComponent(view.caseNumber)}/information-table?version=${round.version}`;
  return element('a', { href: address(page), target: '_blank', rel: 'noopener' }, '打印');
}
