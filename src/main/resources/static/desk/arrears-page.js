/** 单位欠费补缴案件页: what an employer owes, for whom, what came in, and what the documents say of it. */
import { getJson, showFacts } from '../kit/kit.js';
import { at } from '../kit/words.js';
import { clockInShort, ClockPanel } from './clock.js';
import { explainedDecisions } from './explained.js';
import { dueMark, stateMark } from './marks.js';
import { noticeLetters } from './notices.js';
import { withPerson } from './session.js';
import { timeline } from './timeline.js';

const number = decodeURIComponent(location.pathname.split('/').pop());
const path = `/api/arrears/${encodeURIComponent(number)}`;
const clockPath = `/api/sla/cases/${encodeURIComponent(number)}`;
const main = document.querySelector('main');
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

async function readAgain() {
  show(await getJson(path));
  const clock = await getJson(clockPath);
  main.querySelector('[data-clock-short]').replaceChildren(...clockInShort(clock));
  clockPanel.show(clock);
}

function tell(sentence) {
  main.querySelector('[data-done]').textContent = sentence;
  main.querySelector('.yb-head h1').focus();
}

withPerson(async () => {
  await readAgain();
  const decisions = await getJson(`/api/cases/${encodeURIComponent(number)}/decisions`);
  main.querySelector('[data-explained]').replaceChildren(...explainedDecisions(decisions));
});
