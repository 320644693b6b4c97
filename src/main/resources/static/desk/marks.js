/** How the standing of a case is shown, the same in lists and on its page: words, never colour alone. */
import { element } from '../kit/elements.js';
import { shown } from '../kit/words.js';

/** The state of a case, as the API tells it. */
export function stateMark({ state, stateTitle }) {
  return element('span', { class: `yb-mark yb-state-${state.toLowerCase()}` }, stateTitle);
}

/** The due day with what must be known of it: 暂定 (provisional) and 超期 (overdue). */
export function dueMark({ dueOn, provisional, overdue, state }) {
  if (!dueOn) {
    return '—';
  }
  return element(
    'span',
    { class: 'yb-due' },
    shown(dueOn, 'date'),
    overdue ? element('span', { class: 'yb-mark yb-overdue' }, state === 'OPEN' ? '已超期' : '超期办结') : null,
    provisional && state === 'OPEN' ? element('span', { class: 'yb-mark yb-provisional', title: '所在年度的放假安排尚未公布' }, '暂定') : null
  );
}
