/** 办理记录: what happened in a case, in order, with who and when. */
import { element } from '../kit/elements.js';
import { shown, spoken } from '../kit/words.js';

/** The entries of the list. */
export function timeline(history) {
  return history.map((event) =>
    element(
      'li',
      { class: event.byUser ? null : 'yb-by-system' },
      element('p', { class: 'yb-when' }, element('time', { datetime: event.at }, shown(event.at, 'time')), ' · ', shown(event.byName, 'actor')),
      element('p', {}, spoken(event.text))
    )
  );
}
