/** 参保凭证: asks whom it is for, issues it and opens it for print. */
import { Form, postJson } from '../kit/kit.js';
import { address } from '../kit/http.js';
import { withPerson } from './session.js';

const host = document.querySelector('[data-issue]');
const form = new Form(host);

host.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (!(await form.check())) {
    return;
  }
  const button = host.querySelector('button[type="submit"]');
  button.disabled = true;
  try {
    const issued = await postJson('/api/certificates', form.values());
    location.assign(address(`/desk/certificates/${encodeURIComponent(issued.number)}`));
  } catch (problem) {
    form.showProblem(problem);
  } finally {
    button.disabled = false;
  }
});

withPerson(async () => {});
