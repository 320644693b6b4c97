/** 重复参保案件页: everything that is on record of two relations that stand twice, and what is done about them. */
import { getJson, showFacts } from '../kit/kit.js';
import { at } from '../kit/words.js';
import { ActionDialog } from './action-dialog.js';
import { clockInShort, ClockPanel } from './clock.js';
import { explainedDecisions } from './explained.js';
import { dueMark, stateMark } from './marks.js';
import { noticeLetters } from './notices.js';
import { withPerson } from './session.js';
import { timeline } from './timeline.js';

const number = decodeURIComponent(location.pathname.split('/').pop());
const path = `/api/duplicates/${encodeURIComponent(number)}`;
const clockPath = `/api/sla/cases/${encodeURIComponent(number)}`;
const main = document.querySelector('main');
const objection = new ActionDialog(document.querySelector('[data-objection]'), `${path}/objection`, (view) =>
  onDone(view, `已登记异议，案件 ${number} 重新打开，交主管复核。`)
);
const clockPanel = new ClockPanel(main, clockPath, readAgain, tell);

function show(view) {
  document.title = `${view.caseNumber} · 医办`;
  showFacts(main, view);
  main.querySelectorAll('[data-unless]').forEach((host) => {
    host.hidden = Boolean(at(view, host.dataset.unless));
  });
  main.querySelector('[data-state]').replaceChildren(stateMark(view));
  main.querySelector('[data-due]').replaceChildren(dueMark(view));
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
withPerson(async () => {
  await readAgain();
  await showDecisions();
});
