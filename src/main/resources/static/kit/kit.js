/**
 * The kit on which all forms stand: see docs/forms.md. A form in Tasklist sends nothing through Tasklist; it posts to one
 * endpoint of ours, which checks, saves and moves the process on in one transaction.
 */
import { showFacts } from './facts.js';
import { Form } from './form.js';
import { getJson, postJson } from './http.js';

export { showFacts } from './facts.js';
export { Form } from './form.js';
export { Problem, getJson, postJson } from './http.js';
export { corrections } from './corrections.js';
export { rowsOf } from './pasted.js';
export { offerPayments } from './payments.js';
export { offerProvisions } from './provisions.js';
export { question } from './question.js';
export { seniorDecision } from './senior-decision.js';
export { serviceDecisions, statedServices } from './services.js';
export { ways, waysTable } from './ways.js';

/** Tasklist shows no message of its own for this one. */
const HANDLED = 'camForm submission prevented';

/**
 * Takes over an embedded form of Tasklist.
 *
 * @param camForm what Tasklist gives to the form's script
 * @param {object} options
 * @param {string} [options.load] path whose JSON fills the form; {taskId} stands for the task
 * @param {string} options.submit path the values are posted to; {taskId} stands for the task
 * @param {boolean} [options.once] sends an Idempotency-Key, one for each opening of the form
 * @param {(form: Form, model: object) => void} [options.prepare] called when the form is filled
 * @param {(values: object, model: object, form: Form) => object} [options.body] makes the body from the values
 * @param {(answer: object) => string} [options.done] what the person is told afterwards
 * @returns {Form}
 */
export function taskForm(camForm, options) {
  const angularForm = camForm.formElement;
  const form = new Form(angularForm[0]);
  const scope = angularForm.scope();
  const key = options.once ? freshKey() : null;
  const path = (template) => template.replace('{taskId}', encodeURIComponent(camForm.taskId || ''));
  let model = {};

  // Nothing typed is kept in the browser, and nothing is sent as variables.
  camForm.store = () => {};
  camForm.restore = () => {};
  camForm.submit = async (finish) => {
    try {
      if (!(await form.check())) {
        throw new Error(HANDLED);
      }
      const values = form.values();
      const body = options.body ? options.body(values, model, form) : values;
      const answer = await postJson(path(options.submit), body, key ? { 'Idempotency-Key': key } : {});
      const tasklist = angularForm.injector();
      apply(scope, () => finish(null, { id: answer?.caseNumber || answer?.number }));
      tellLater(tasklist, options.done?.(answer));
      refreshList(tasklist);
    } catch (problem) {
      apply(scope, () => finish(new Error(HANDLED)));
      if (problem.message !== HANDLED) {
        form.showProblem(problem);
      }
    }
  };

  scope.$watch('options.disableForm', (disabled) => form.disable(Boolean(disabled)));
  fill();
  return form;

  async function fill() {
    const controller = scope[angularForm.attr('name')];
    const ready = (state) => apply(scope, () => controller.$setValidity('filled', state, controller));
    try {
      if (options.load) {
        ready(false);
        model = await getJson(path(options.load));
        showFacts(form.root, model);
      }
      options.prepare?.(form, model);
      form.adapt();
      ready(true);
      form.root.dataset.state = 'ready';
    } catch (problem) {
      form.showProblem(problem);
      form.root.dataset.state = 'failed';
    }
  }
}

/** A random key; crypto.randomUUID is missing where the page comes over plain HTTP. */
function freshKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function apply(scope, work) {
  const phase = scope.$root.$$phase;
  if (phase === '$apply' || phase === '$digest') {
    work();
  } else {
    scope.$apply(work);
  }
}

/** Says what was done when the start dialog, which has messages of its own, is gone. */
function tellLater(tasklist, sentence) {
  if (sentence) {
    const root = tasklist.get('$rootScope');
    const message = { status: '已办理', message: sentence, duration: 15000 };
    setTimeout(() => apply(root, () => tasklist.get('Notifications').addMessage(message)), 800);
  }
}

/** Tasklist leaves its list as it was after a start; the engine's next task may take a moment. */
function refreshList(tasklist) {
  [300, 2000].forEach((pause) => setTimeout(() => tasklist.get('$rootScope').$broadcast('refresh'), pause));
}
