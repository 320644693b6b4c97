/** How the standing of a case is shown, the same in lists and on its page: words, never colour alone. */
import { element } from '../kit/elements.js';
import { shown } from '../kit/words.js';

/** The state of a case, as the API tells it. */
export function stateMark({ state, stateTitle }) {
  return element('span', { class: `yb-mark yb-state-${state.toLowerCase()}` }, stateTitle);
}

/** The due day, marked 暂定 (provisional) where it may still move: an open case's alone. */
export function dueMark({ dueOn, provisional, state }) {
  if (!dueOn) {
    return '—';
  }
  return element(
    'span',
    { class: 'yb-due' },
    shown(dueOn, 'date'),
    provisional && state === 'OPEN' ? element('span', { class: 'yb-mark yb-provisional', title: '所在年度的放假安排尚未公布' }, '暂定') : null
  );
}

/** The state of a clock. */
export function clockMark({ state, stateTitle }) {
  return element('span', { class: `yb-mark yb-clock-${state.toLowerCase()}` }, stateTitle);
}

/** How many working days a running or halted clock has left, in words; null where it has ended. */
export function daysLeft({ state, daysLeft: left }) {
  if (state === 'MET' || state === 'MISSED') {
    return null;
  }
  if (state === 'OVERDUE') {
    return left < 0 ? `已逾期 ${-left} 个工作日` : '到期日已过';
  }
  return left > 0 ? `还剩 ${left} 个工作日` : '今天到期';
}
