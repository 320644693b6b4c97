/** 纸质信息表: typed in period by period; as many periods as the paper lists. */
import { element } from '../kit/elements.js';
import { ActionDialog } from './action-dialog.js';

const PERIOD = /^months\[(\d+)\]\.(\w+)$/;

export class PaperTableDialog extends ActionDialog {
  constructor(dialog, endpoint, onDone) {
    super(dialog, endpoint, onDone);
    this.room = dialog.querySelector('[data-periods]');
    this.count = 0;
    this.fewer = dialog.querySelector('[data-fewer]');
    dialog.querySelector('[data-another]').addEventListener('click', () => this.add());
    this.fewer.addEventListener('click', () => this.drop());
    this.add();
  }

  /** One more period below those that are there. */
  add() {
    const place = this.count;
    this.count += 1;
    const fields = element('div', { class: 'yb-fields yb-narrow' });
    this.room.append(element('fieldset', { class: 'yb-period' }, element('legend', {}, `第 ${place + 1} 段`), fields));
    this.fewer.disabled = false;
    this.form.replaceFields(fields, [
      host(`months[${place}].from`, '起月', 'month', true),
      host(`months[${place}].to`, '止月', 'month', true),
      kinds(`months[${place}].kind`),
      host(`months[${place}].base`, '缴费基数（元/月）', 'money', false),
      host(`months[${place}].paidIn`, '缴费地', 'region', false)
    ]);
  }

  /** One period fewer; a correction may have none. */
  drop() {
    this.count -= 1;
    this.form.replaceFields(this.room.lastElementChild.lastElementChild, []);
    this.room.lastElementChild.remove();
    this.fewer.disabled = this.count === 0;
  }

  body() {
    const body = { months: [] };
    Object.entries(this.form.values()).forEach(([name, value]) => {
      const [, place, part] = name.match(PERIOD) || [];
      if (part) {
        body.months[place] = { ...body.months[place], [part]: value };
      } else {
        body[name] = value;
      }
    });
    return body;
  }
}

function host(name, label, kind, required) {
  return element('div', { 'data-field': name, 'data-label': label, 'data-kind': kind, 'data-required': required ? '' : null, 'data-placeholder': kind === 'region' ? '不填为转出地' : null });
}

function kinds(name) {
  const field = host(name, '缴费类别', 'select', true);
  field.append(
    element('span', { 'data-option': 'PAID' }, '实际缴费'),
    element('span', { 'data-option': 'DEEMED' }, '视同缴费')
  );
  return field;
}
