/** 咨询页: a question to the rules and its answer, as it was given. */
import { getJson, showFacts } from '../kit/kit.js';
import { withPerson } from './session.js';

const number = decodeURIComponent(location.pathname.split('/').pop());
const main = document.querySelector('main');

withPerson(async () => {
  const view = await getJson(`/api/enquiries/${encodeURIComponent(number)}`);
  document.title = `${view.number} · 医办`;
  showFacts(main, view);
});
