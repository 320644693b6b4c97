/** What waits for a supervisor: extensions to approve, and what the clocks told of themselves. */
import { element } from '../kit/elements.js';
import { button, card, hint, onChange, refill } from './dom.js';
import { sign } from './marks.js';
import { day, moment, say } from './words.js';

const SHOWN = 8;

/**
 * The open requests and the newest open notices.
 *
 * @param {(caseNumber: string) => void} choose shows the case in the list
 */
export function attentionCard(choose) {
  const room = element('div', { class: 'yc-scroll', tabindex: '0', role: 'group', 'aria-label': say('attention.title') });
  return {
    node: card(say('attention.title'), { class: 'yc-attention' }, room),
    /** Both as they were read, or the problem that reading them ended in. */
    show: onChange((requests, notices) => {
      const failed = [requests, notices].filter((answer) => answer instanceof Error);
      const asked = requests instanceof Error ? [] : requests;
      const told = notices instanceof Error ? [] : notices.filter(({ settled }) => !settled).slice(0, SHOWN);
      const lines = [...asked.map((each) => requestLine(each, choose)), ...told.map((each) => noticeLine(each, choose))];
      refill(
        room,
        ...failed.map((problem) => hint(say('attention.failed', { why: problem.message }))),
        lines.length ? element('ul', { class: 'yc-notices' }, ...lines) : failed.length ? null : hint(say('attention.none'))
      );
    })
  };
}

function requestLine({ id, caseNumber, workingDays, askedBy, askedByName }, choose) {
  return element(
    'li',
    {},
    element('span', { class: 'yc-mark yc-asked' }, say('attention.request')),
    ' ',
    chooser(caseNumber, `request-${id}`, choose),
    element('small', {}, say('request.line', { name: askedByName || askedBy, n: workingDays }))
  );
}

function noticeLine({ caseNumber, kind, at, dueOn }, choose) {
  return element(
    'li',
    {},
    element('span', { class: `yc-mark yc-${kind.toLowerCase()}` }, sign(kind), say(`attention.${kind}`)),
    ' ',
    chooser(caseNumber, `notice-${caseNumber}-${kind}`, choose),
    element('small', {}, `${say('mark.dueOn', { day: day(dueOn) })} · ${moment(at)}`)
  );
}

function chooser(caseNumber, key, choose) {
  return button(caseNumber, () => choose(caseNumber), { class: 'btn btn-link yc-chooser', 'data-key': key });
}
