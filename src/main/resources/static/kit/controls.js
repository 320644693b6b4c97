/** The controls behind fields: get, set, inputs (for focus, disabling and marking), node, and group for a set of inputs. */
import { today } from './checks.js';
import { element } from './elements.js';

/** One line, or data-lines of them; data-max-length limits it. */
export function textControl({ id, host, required, describedBy }) {
  const attributes = {
    id,
    class: 'form-control',
    maxlength: host.dataset.maxLength,
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-required': required ? 'true' : null,
    'aria-describedby': describedBy
  };
  const input = host.dataset.lines
    ? element('textarea', { ...attributes, rows: host.dataset.lines })
    : element('input', { ...attributes, type: 'text' });
  return single(input);
}

/** A day: typed, or picked from the browser's calendar. data-default="today" begins with today in Beijing. */
export function dateControl({ id, host, required, describedBy }) {
  const input = element('input', {
    id,
    type: 'text',
    class: 'form-control',
    maxlength: 11,
    autocomplete: 'off',
    placeholder: '年-月-日',
    'aria-required': required ? 'true' : null,
    'aria-describedby': describedBy
  });
  const max = host.dataset.kind === 'past-date' ? today() : null;
  const picker = element('input', { type: 'date', max, tabindex: '-1', 'aria-hidden': 'true' });
  const button = element(
    'button',
    { type: 'button', class: 'btn btn-default', 'aria-label': `${host.dataset.label}：从日历中选择` },
    element('span', { class: 'glyphicon glyphicon-calendar', 'aria-hidden': 'true' })
  );
  button.addEventListener('click', () => {
    picker.value = input.value;
    picker.showPicker();
  });
  picker.addEventListener('change', () => {
    input.value = picker.value;
  });
  input.value = host.dataset.default === 'today' ? today() : '';
  return { ...single(input), node: element('div', { class: 'yb-date' }, input, button, picker), inputs: () => [input, button] };
}

/** One of several: each <span data-option="CODE">文字</span> inside the field is an option. */
export function choiceControl({ id, host, required, describedBy }) {
  let radios = [...host.querySelectorAll('[data-option]')].map((option, place) => {
    const radio = element('input', {
      type: 'radio',
      id: `${id}-${place}`,
      name: id,
      value: option.dataset.option,
      'aria-required': required ? 'true' : null,
      'aria-describedby': describedBy
    });
    return { radio, node: element('label', { class: 'yb-option', for: radio.id }, radio, option.textContent.trim()) };
  });
  return {
    group: true,
    choosing: true,
    node: element('div', { class: 'yb-options' }, ...radios.map((each) => each.node)),
    inputs: () => radios.map((each) => each.radio),
    get: () => radios.find((each) => each.radio.checked)?.radio.value || '',
    set: (value) => radios.forEach((each) => {
      each.radio.checked = each.radio.value === value;
    }),
    withdraw: (value) => {
      radios.filter((each) => each.radio.value === value).forEach((each) => each.node.remove());
      radios = radios.filter((each) => each.radio.value !== value);
    }
  };
}

/** Any of several: the options as in a choice; the value is their codes joined with ;. offer() gives others. */
export function checksControl({ id, host, describedBy }) {
  const node = element('div', { class: 'yb-options' });
  let boxes = [];
  const offer = (pairs) => {
    boxes = pairs.map(([value, label], place) => {
      const box = element('input', { type: 'checkbox', id: `${id}-${place}`, value, 'aria-describedby': describedBy });
      return { box, node: element('label', { class: 'yb-option', for: box.id }, box, label) };
    });
    node.replaceChildren(...boxes.map((each) => each.node));
  };
  offer([...host.querySelectorAll('[data-option]')].map((option) => [option.dataset.option, option.textContent.trim()]));
  return {
    group: true,
    choosing: true,
    node,
    offer,
    inputs: () => boxes.map((each) => each.box),
    get: () => boxes.filter((each) => each.box.checked).map((each) => each.box.value).join(';'),
    set: (value) => boxes.forEach((each) => {
      each.box.checked = value.split(';').includes(each.box.value);
    })
  };
}

/** One of many, or none: the options as in a choice; offer() gives others. */
export function selectControl({ id, host, required, describedBy }) {
  const options = [...host.querySelectorAll('[data-option]')].map((option) => [option.dataset.option, option.textContent.trim()]);
  const select = element('select', {
    id,
    class: 'form-control',
    'aria-required': required ? 'true' : null,
    'aria-describedby': describedBy
  });
  const offer = (pairs) => {
    const none = element('option', { value: '' }, required ? '请选择' : '（未填）');
    select.replaceChildren(none, ...pairs.map(([value, label]) => element('option', { value }, label)));
  };
  offer(options);
  return { ...single(select), choosing: true, offer };
}

function single(input) {
  return {
    node: input,
    inputs: () => [input],
    get: () => input.value,
    set: (value) => {
      input.value = value;
    }
  };
}
