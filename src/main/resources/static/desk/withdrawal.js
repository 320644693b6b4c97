/** 撤回: a reason, then the question whether it is meant, then it is done. */
import { Form, postJson, showFacts } from '../kit/kit.js';

export class Withdrawal {
  /**
   * @param {HTMLDialogElement} dialog
   * @param {string} path of the case in the API
   * @param {(view: object) => void} onDone is given the case as it is afterwards
   */
  constructor(dialog, path, onDone) {
    Object.assign(this, { dialog, path, onDone });
    this.form = new Form(dialog.querySelector('form'));
    this.forward = dialog.querySelector('[data-forward]');
    this.back = dialog.querySelector('[data-back]');
    this.forward.addEventListener('click', () => (this.asked ? this.withdraw() : this.ask()));
    this.back.addEventListener('click', () => (this.asked ? this.step(false) : dialog.close()));
  }

  open(view) {
    showFacts(this.dialog, view);
    this.form.field('reason').set('');
    this.form.say(null);
    this.step(false);
    this.dialog.showModal();
    this.form.field('reason').focus();
  }

  async ask() {
    if (await this.form.check()) {
      this.dialog.querySelector('[data-reason]').textContent = this.form.values().reason;
      this.step(true);
    }
  }

  async withdraw() {
    const reason = this.form.field('reason').value();
    this.forward.disabled = true;
    try {
      const view = await postJson(`${this.path}/withdrawal`, { reason });
      this.dialog.close();
      this.onDone(view);
    } catch (problem) {
      this.step(false);
      this.form.showProblem(problem);
    } finally {
      this.forward.disabled = false;
    }
  }

  /** Shows the reason, or the question whether it is meant. */
  step(asked) {
    this.asked = asked;
    this.dialog.querySelector('[data-step="reason"]').hidden = asked;
    this.dialog.querySelector('[data-step="confirm"]').hidden = !asked;
    this.forward.className = asked ? 'btn btn-danger' : 'btn btn-primary';
    this.forward.textContent = asked ? '确认撤回' : '下一步';
    this.back.textContent = asked ? '返回修改' : '取消';
    if (asked) {
      this.back.focus();
    }
  }
}
