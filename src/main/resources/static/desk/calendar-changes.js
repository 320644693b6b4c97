/** Changing the calendar: what was filled in is previewed first, and then done exactly as previewed. */
import { element } from '../kit/elements.js';
import { mistakes, preview } from './calendar-preview.js';

/**
 * @param {object} options
 * @param {HTMLFormElement} options.form
 * @param {HTMLElement} options.outcome where the preview is shown
 * @param {string} options.label of the button that does it
 * @param {() => string} options.path of the change in the API; its preview lies below it
 * @param {() => object} options.body what is sent
 * @param {(path: string, body: object) => Promise<object>} options.send
 * @param {(sent: object) => void} options.onDone is given what was sent
 */
export function changing({ form, outcome, label, path, body, send, onDone }) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('[type="submit"]');
    await busy(button, '正在预览…', async () => {
      const sent = body();
      const view = await send(`${path()}/preview`, sent);
      const shown = preview(view, label, (confirm) => apply(confirm, sent, view.digest));
      outcome.replaceChildren(shown);
      shown.querySelector('h3').focus();
    });
  });
  form.addEventListener('input', () => outcome.replaceChildren());

  function apply(button, sent, digest) {
    return busy(button, '正在提交…', async () => {
      const made = await send(path(), { ...sent, digest });
      form.reset();
      outcome.replaceChildren(element('p', { class: 'yb-done', role: 'status' }, `已办：${made.text}。`));
      await onDone(sent);
    });
  }

  async function busy(button, text, work) {
    const before = button.textContent;
    button.disabled = true;
    button.textContent = text;
    try {
      await work();
    } catch (problem) {
      outcome.replaceChildren(mistakes(problem));
    } finally {
      button.disabled = false;
      button.textContent = before;
    }
  }
}
