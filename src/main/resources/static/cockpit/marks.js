/** How states, due days and days left look: a sign and words, never colour alone. */
import { element } from '../kit/elements.js';
import { day, say, titleOf } from './words.js';

const SIGNS = { OVERDUE: '!', AT_RISK: '▲', ON_TRACK: '●', PAUSED: 'Ⅱ', NOT_STARTED: '○', MET: '✓', MISSED: '✕' };

/** The open states in the order in which a supervisor wants to see them. */
export const OPEN_STATES = ['OVERDUE', 'AT_RISK', 'ON_TRACK', 'PAUSED', 'NOT_STARTED'];

/** All states. */
export const STATES = [...OPEN_STATES, 'MET', 'MISSED'];

/** The sign of a state, hidden from screen readers: the words stand beside it. */
export function sign(state) {
  return element('span', { class: 'yc-sign', 'aria-hidden': 'true' }, SIGNS[state] || '·');
}

/** A state in words. */
export function stateMark({ state, stateTitle }) {
  return element('span', { class: `yc-mark yc-${state.toLowerCase()}` }, sign(state), titleOf('state', state, stateTitle));
}

/** A due day, marked if it is provisional. */
export function dueMark({ dueOn, provisional }) {
  return element('span', { class: 'yc-due' }, day(dueOn), dueOn && provisional ? provisionalMark() : null);
}

/** 暂定. */
export function provisionalMark() {
  return element('span', { class: 'yc-mark yc-provisional', title: say('mark.provisionalWhy') }, say('mark.provisional'));
}

/** The working days left or over, in words. */
export function daysLeft({ state, daysLeft: left }) {
  if (left === null || left === undefined || state === 'NOT_STARTED') {
    return say('mark.none');
  }
  if (left < 0) {
    return say('mark.late', { n: -left });
  }
  return left === 0 && state !== 'PAUSED' ? say('mark.lastDay') : say('mark.left', { n: left });
}

/** Whose leg it is, with its days if it has a target. */
export function legMark({ leg, legTitle, legDaysLeft }) {
  if (!leg) {
    return null;
  }
  const known = legDaysLeft !== null && legDaysLeft !== undefined;
  return element(
    'span',
    { class: known && legDaysLeft < 0 ? 'yc-leg yc-leg-late' : 'yc-leg' },
    titleOf('leg', leg, legTitle),
    known ? element('small', {}, ` ${daysLeft({ daysLeft: legDaysLeft })}`) : null
  );
}
