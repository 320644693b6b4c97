/** Decisions in words: on the page of a case, and on paper. */
import { address } from '../kit/http.js';
import { element } from '../kit/elements.js';
import { shown } from '../kit/words.js';

/** The decisions of a case, the newest first; the others are folded. */
export function explainedDecisions(decisions) {
  if (!decisions.length) {
    return [element('p', { class: 'yb-none' }, '还没有作出决策。')];
  }
  return [...decisions].reverse().map((decision, place) =>
    element(
      'details',
      { class: 'yb-explained', open: place === 0 ? '' : null },
      element('summary', {}, `${shown(decision.decidedAt, 'time')} · ${decision.words.subject}`),
      ...decision.words.sentences.map((sentence, line) => element('p', { class: line ? null : 'yb-conclusion' }, sentence)),
      source(decision.words),
      element(
        'p',
        { class: 'yb-actions' },
        element('a', { class: 'btn btn-default', href: sheetPath(decision), target: '_blank', rel: 'noopener' }, '打印决定说明（新标签页）')
      )
    )
  );
}

/** The sections of a sheet, those that say nothing left out. */
export function sheetSections(words) {
  return [
    section('结论', words.conclusion ? [words.conclusion] : [], 'yb-conclusion'),
    section('为什么要由人判断', words.referral),
    section('依据', words.basis),
    section('看了哪些事实', words.facts.map((fact) => `${fact}。`)),
    section('怎样算的', words.counting),
    section('别的规定为什么不适用', words.others)
  ].filter(Boolean);
}

/** Table, version and rule, for whoever checks. */
export function source(words) {
  return words.source ? element('p', { class: 'yb-source' }, words.source) : null;
}

function section(title, sentences, look = null) {
  return sentences.length
    ? element('section', {}, element('h2', {}, title), ...sentences.map((sentence) => element('p', { class: look }, sentence)))
    : null;
}

function sheetPath(decision) {
  return address(`/desk/cases/${encodeURIComponent(decision.reference)}/decisions/${decision.id}/sheet`);
}
