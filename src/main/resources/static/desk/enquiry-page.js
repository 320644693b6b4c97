/** 咨询页: a question to the rules and its answer, as it was given. */
import { getJson, showFacts } from '../kit/kit.js';
import { address } from '../kit/http.js';
import { sheetSections, source } from './explained.js';
import { withPerson } from './session.js';

const number = decodeURIComponent(location.pathname.split('/').pop());
const main = document.querySelector('main');

withPerson(async () => {
  const view = await getJson(`/api/enquiries/${encodeURIComponent(number)}`);
  document.title = `${view.number} · 医办`;
  showFacts(main, view);
  main.querySelector('[data-sheet]').href = address(`/desk/enquiries/${encodeURIComponent(number)}/sheet`);
  main.querySelector('[data-senior]').replaceChildren(...(view.seniorWords ? sheetSections(view.seniorWords) : []));
  main.querySelector('[data-answer]').replaceChildren(...sheetSections(view.words), source(view.words) ?? '');
});
