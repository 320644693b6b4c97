/** 决定说明, or 政策咨询答复 where there is no case: a kept decision on A4. The sheet at /desk/…/sheet shows what /api/…/sheet says, whatever the decision was kept with. */
import { getJson } from '../kit/kit.js';
import { shown } from '../kit/words.js';
import { sheetSections } from './explained.js';
import { withPerson } from './session.js';

const path = location.pathname.slice(location.pathname.indexOf('/desk/')).replace('/desk/', '/api/');
const enquiry = path.startsWith('/api/enquiries/');
const title = enquiry ? '政策咨询答复' : '决定说明';
const sheet = document.querySelector('[data-sheet]');

function show(decision) {
  const facts = {
    title,
    reference: decision.reference,
    subject: decision.words.subject,
    decidedAt: shown(decision.decidedAt, 'time'),
    source: decision.words.source || ''
  };
  document.title = `${title} ${decision.reference} · 医办`;
  sheet.querySelectorAll('[data-of]').forEach((host) => {
    host.textContent = facts[host.dataset.of];
  });
  sheet.querySelector('[data-sections]').replaceChildren(...sheetSections(decision.words));
  sheet.querySelector('[data-enquiry]').hidden = !enquiry;
  sheet.querySelector('[data-refer]').hidden = !decision.words.referral.length;
}

document.querySelector('[data-print]').addEventListener('click', () => window.print());
withPerson(async () => show(await getJson(path)));
