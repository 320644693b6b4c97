/** 决定说明: a kept decision on A4. The sheet at /desk/…/sheet shows what /api/…/sheet says, whatever the decision was kept with. */
import { getJson } from '../kit/kit.js';
import { shown } from '../kit/words.js';
import { sheetSections } from './explained.js';
import { withPerson } from './session.js';

const path = location.pathname.slice(location.pathname.indexOf('/desk/')).replace('/desk/', '/api/');
const sheet = document.querySelector('[data-sheet]');

function show(decision) {
  const facts = {
    reference: decision.reference,
    subject: decision.words.subject,
    decidedAt: shown(decision.decidedAt, 'time'),
    source: decision.words.source || ''
  };
  document.title = `决定说明 ${decision.reference} · 医办`;
  sheet.querySelectorAll('[data-of]').forEach((host) => {
    host.textContent = facts[host.dataset.of];
  });
  sheet.querySelector('[data-sections]').replaceChildren(...sheetSections(decision.words));
  sheet.querySelector('[data-refer]').hidden = !decision.words.referral.length;
}

document.querySelector('[data-print]').addEventListener('click', () => window.print());
withPerson(async () => show(await getJson(path)));
