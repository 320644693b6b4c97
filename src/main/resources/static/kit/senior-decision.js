/** The decision of a senior: why the documents are silent, and a field for each result that has to be stated. */
import { fieldOf } from './declared.js';
import { element } from './elements.js';

const OUTCOME = 'outcome';

/**
 * Fills a form that has elements data-silence and data-results.
 *
 * @param form the form
 * @param referral what /api/referrals/by-task answers
 */
export function seniorDecision(form, referral) {
  tellSilence(form.root.querySelector('[data-silence]'), referral.words);
  const room = form.root.querySelector('[data-results]');
  const outcome = referral.results.find(({ name }) => name === OUTCOME);
  const rest = referral.results.filter((result) => result !== outcome);
  const others = element('div', { class: 'yb-fields' });
  form.replaceFields(room, outcome ? [fieldOf(outcome, true)] : []);
  room.after(others);
  const show = (chosen) => form.replaceFields(others, offered(rest, referral.needed, chosen));
  show(null);
  form.root.addEventListener('change', (event) => {
    if (event.target.closest(`[data-field="${OUTCOME}"]`)) {
      show(form.field(OUTCOME).value());
    }
  });
}

/** What the outcome needs, and what none needs; what only others need is left out. */
function offered(results, needed, chosen) {
  if (Object.keys(needed).length && !chosen) {
    return [];
  }
  const ofThis = needed[chosen] || [];
  const ofAny = Object.values(needed).flat();
  return results
    .filter(({ name }) => ofThis.includes(name) || !ofAny.includes(name))
    .map((result) => fieldOf(result, ofThis.includes(result.name)));
}

function tellSilence(panel, words) {
  const facts = words.facts.map((fact) => element('li', {}, fact));
  panel.replaceChildren(
    element('p', { class: 'yb-conclusion' }, words.conclusion),
    ...[...words.referral, ...words.basis, ...words.others].map((sentence) => element('p', {}, sentence)),
    facts.length ? element('ul', {}, ...facts) : ''
  );
}
