/** On each card of Tasklist: how the clock of the task's case stands now. All cards that appear together ask once. */
import { element } from './elements.js';
import { address, getJson } from './http.js';
import { language } from './language.js';
import { shown } from './words.js';

const AT_ONCE_MS = 30;
const MOST_AT_ONCE = 100;

/** Clocks of closed cases: nothing is left of them. */
const STOPPED = ['MET', 'MISSED'];

/** Task id → the places of its cards. */
let waiting = new Map();

const WORDS = {
  zh: {
    daysLeft: (days) => `剩 ${days} 个工作日`,
    lastDay: '今天到期',
    overdueBy: (days) => `已逾期 ${days} 个工作日`,
    paused: (days) => (days < 0 ? `暂停计时，已逾期 ${-days} 个工作日` : `暂停计时，剩 ${days} 个工作日`),
    due: (day) => `案件${shown(day, 'date')}到期`,
    provisional: '暂定',
    provisionalWhy: '所在年度的放假安排尚未公布'
  },
  en: {
    daysLeft: (days) => `${days} working days left`,
    lastDay: 'due today',
    overdueBy: (days) => `overdue by ${days} working days`,
    paused: (days) => (days < 0 ? `paused, overdue by ${-days} working days` : `paused, ${days} working days left`),
    due: (day) => `case due ${day}`,
    provisional: 'provisional',
    provisionalWhy: 'The days off of that year are not announced yet'
  }
};

const STATES = {
  en: { ON_TRACK: 'On track', AT_RISK: 'At risk', OVERDUE: 'Overdue', PAUSED: 'Paused', MET: 'Met', MISSED: 'Missed' }
};

function show(node, { taskId }) {
  if (!waiting.size) {
    setTimeout(ask, AT_ONCE_MS);
  }
  waiting.set(taskId, [...(waiting.get(taskId) ?? []), node]);
}

async function ask() {
  const asked = waiting;
  waiting = new Map();
  const ids = [...asked.keys()];
  for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
    const query = ids.slice(from, from + MOST_AT_ONCE).map((id) => `taskId=${encodeURIComponent(id)}`);
    const cards = await getJson(`/api/sla/task-cards?${query.join('&')}`).catch(() => []);
    cards.forEach((card) => asked.get(card.taskId)?.forEach((node) => node.replaceChildren(clockOf(card))));
  }
}

/** The clock in words; its colour only repeats them. */
function clockOf({ state, stateTitle, dueOn, daysLeft, provisional, legTitle }) {
  const words = WORDS[language()];
  return element(
    'div',
    { class: `yb-clock yb-clock-${state.toLowerCase()}` },
    element('span', { class: 'yb-clock-state' }, STATES[language()]?.[state] ?? stateTitle),
    STOPPED.includes(state) ? null : element('span', { class: 'yb-clock-left' }, leftOf(state, daysLeft, words)),
    state === 'PAUSED' ? null : element('span', {}, words.due(dueOn)),
    provisional ? element('span', { class: 'yb-clock-provisional', title: words.provisionalWhy }, words.provisional) : null,
    legTitle && language() === 'zh' ? element('span', {}, legTitle) : null
  );
}

function leftOf(state, daysLeft, words) {
  if (state === 'PAUSED') {
    return words.paused(daysLeft);
  }
  if (daysLeft < 0) {
    return words.overdueBy(-daysLeft);
  }
  return daysLeft === 0 ? words.lastDay : words.daysLeft(daysLeft);
}

document.head.append(element('link', { rel: 'stylesheet', href: address('/kit/task-cards.css') }));

export default {
  id: 'yiban.tasklist.clock',
  pluginPoint: 'tasklist.card',
  priority: 100,
  render: show
};
