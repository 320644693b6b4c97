/** 案件页: everything that is on record of one case, and what the person may do about it beside the tasks. */
import { getJson, showFacts } from '../kit/kit.js';
import { at } from '../kit/words.js';
import { ActionDialog } from './action-dialog.js';
import { Attachments } from './attachments.js';
import { showAcross } from './across.js';
import { clockInShort, ClockPanel } from './clock.js';
import { explainedDecisions } from './explained.js';
import { monthsByYear } from './information-table.js';
import { dueMark, stateMark } from './marks.js';
import { noticeLetters } from './notices.js';
import { PaperTableDialog } from './paper-table.js';
import { withPerson } from './session.js';
import { tableRounds } from './table-rounds.js';
import { timeline } from './timeline.js';
import { Withdrawal } from './withdrawal.js';

const number = decodeURIComponent(location.pathname.split('/').pop());
const path = `/api/transfers/${encodeURIComponent(number)}`;
const clockPath = `/api/sla/cases/${encodeURIComponent(number)}`;
const main = document.querySelector('main');
const withdrawal = new Withdrawal(document.querySelector('[data-withdrawal]'), path, (view) => onDone(view, `案件 ${number} 已撤回。`));
const done = (sentence) => (view) => onDone(view, sentence);
const dialogs = {
  death: new ActionDialog(document.querySelector('[data-death]'), `${path}/death`, done('已登记死亡，转移终止；请核对应否退费。')),
  reopening: new ActionDialog(document.querySelector('[data-reopening]'), `${path}/reopening`, done('案件已重新打开，回到受理。')),
  'other-side': new ActionDialog(document.querySelector('[data-other-side]'), `${path}/other-side`, done('已按对方的结果办结。')),
  'paper-table': new PaperTableDialog(
    document.querySelector('[data-paper-table]'),
    `${path}/paper-table`,
    done('纸质信息表已录入，交另一人核验。')
  ),
  objection: new ActionDialog(document.querySelector('[data-objection]'), `${path}/objection`, done('已登记异议，交主管复核。'))
};
const attachments = new Attachments(main.querySelector('[data-attachments]'), `${path}/attachments`, show);
const clockPanel = new ClockPanel(main, clockPath, readAgain, tell);
let shownCase = null;
let person = null;

function show(view) {
  shownCase = view;
  document.title = `${view.caseNumber} · 医办`;
  showFacts(main, view);
  main.querySelectorAll('[data-unless]').forEach((host) => {
    host.hidden = Boolean(at(view, host.dataset.unless));
  });
  main.querySelector('[data-state]').replaceChildren(stateMark(view));
  main.querySelector('[data-due]').replaceChildren(dueMark(view));
  main.querySelector('[data-open="other-side"]').hidden = !mayRecordOtherSide(view);
  main.querySelector('[data-rounds]').replaceChildren(...tableRounds(view));
  main.querySelector('[data-months]').replaceChildren(...monthsByYear(view.informationTable?.months || []));
  main.querySelector('[data-notices]').replaceChildren(...noticeLetters(view));
  attachments.show(view);
  main.querySelector('[data-corrections]').replaceChildren(...corrections(view));
  main.querySelector('[data-timeline]').replaceChildren(...timeline(view.history));
}

async function showClock() {
  const clock = await getJson(clockPath);
  main.querySelector('[data-clock-short]').replaceChildren(...clockInShort(clock));
  clockPanel.show(clock);
  return clock;
}

async function readAgain() {
  show(await getJson(path));
  return showClock();
}

function tell(sentence) {
  main.querySelector('[data-done]').textContent = sentence;
  main.querySelector('.yb-head h1').focus();
}

async function onDone(view, sentence) {
  show(view);
  tell(sentence);
  await showClock();
}

/** A supervisor of the transfer-out side may record what the other agency said. */
function mayRecordOtherSide(view) {
  const supervises = (person.roles[view.pool] || []).includes('SUPERVISE');
  return view.kind === 'TRANSFER_OUT' && view.state === 'OPEN' && supervises;
}

function corrections(view) {
  const link = (other) => {
    const anchor = document.createElement('a');
    anchor.href = other;
    anchor.textContent = other;
    return anchor;
  };
  return [
    ...(view.corrects ? ['本案更正 ', link(view.corrects), '。'] : []),
    ...(view.correctedBy.length ? ['本案另有更正：', ...view.correctedBy.flatMap((other) => [link(other), ' '])] : [])
  ];
}

Object.entries(dialogs).forEach(([name, dialog]) =>
  main.querySelector(`[data-open="${name}"]`).addEventListener('click', () => dialog.open())
);
main.querySelector('[data-withdraw]').addEventListener('click', () => withdrawal.open(shownCase));
withPerson(async (me) => {
  person = me;
  await readAgain();
  const decisions = await getJson(`/api/cases/${encodeURIComponent(number)}/decisions`);
  main.querySelector('[data-explained]').replaceChildren(...explainedDecisions(decisions));
  await showAcross(main.querySelector('[data-across]'), number);
});
