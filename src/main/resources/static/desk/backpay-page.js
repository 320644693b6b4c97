/** 退休缴费年限案件页: the months of somebody who retires, what is missing, the ways to close the gap, and the money. */
import { getJson, showFacts, waysTable } from '../kit/kit.js';
import { at } from '../kit/words.js';
import { ActionDialog } from './action-dialog.js';
import { clockInShort, ClockPanel } from './clock.js';
import { explainedDecisions } from './explained.js';
import { dueMark, stateMark } from './marks.js';
import { noticeLetters } from './notices.js';
import { withPerson } from './session.js';
import { timeline } from './timeline.js';
import { Withdrawal } from './withdrawal.js';

const number = decodeURIComponent(location.pathname.split('/').pop());
const path = `/api/backpays/${encodeURIComponent(number)}`;
const clockPath = `/api/sla/cases/${encodeURIComponent(number)}`;
const main = document.querySelector('main');
const objection = new ActionDialog(document.querySelector('[data-objection]'), `${path}/objection`, (view) =>
  onDone(view, `已登记异议，案件 ${number} 重新打开，交主管复核。`)
);
const death = new ActionDialog(document.querySelector('[data-death]'), `${path}/death`, (view) => onDone(view, '已登记死亡。'));
const withdrawal = new Withdrawal(document.querySelector('[data-withdrawal]'), path, (view) => onDone(view, `案件 ${number} 已撤回。`));
const planEnd = new ActionDialog(document.querySelector('[data-plan-end]'), `${path}/plan/end`, async () => {
  await readAgain();
  tell('计划已结束。');
});
const clockPanel = new ClockPanel(main, clockPath, readAgain, tell);

let shownCase = null;

function show(view) {
  shownCase = view;
  document.title = `${view.caseNumber} · 医办`;
  showFacts(main, view);
  main.querySelectorAll('[data-unless]').forEach((host) => {
    host.hidden = Boolean(at(view, host.dataset.unless));
  });
  main.querySelector('[data-state]').replaceChildren(stateMark(view));
  main.querySelector('[data-due]').replaceChildren(dueMark(view));
  const ways = waysTable(view.options);
  ways.className = 'yb-plain yb-gap-ways';
  main.querySelector('[data-ways]').replaceChildren(ways);
  main.querySelector('[data-notices]').replaceChildren(...noticeLetters(view));
  main.querySelector('[data-timeline]').replaceChildren(...timeline(view.history));
}

async function showClock() {
  const clock = await getJson(clockPath);
  main.querySelector('[data-clock-short]').replaceChildren(...clockInShort(clock));
  clockPanel.show(clock);
  return clock;
}

async function showDecisions() {
  const decisions = await getJson(`/api/cases/${encodeURIComponent(number)}/decisions`);
  main.querySelector('[data-explained]').replaceChildren(...explainedDecisions(decisions));
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

main.querySelector('[data-object]').addEventListener('click', () => objection.open());
main.querySelector('[data-died]').addEventListener('click', () => death.open());
main.querySelector('[data-withdraw]').addEventListener('click', () => withdrawal.open(shownCase));
main.querySelector('[data-end-plan]').addEventListener('click', () => planEnd.open());
withPerson(async () => {
  await readAgain();
  await showDecisions();
});
