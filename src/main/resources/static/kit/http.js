/** Requests to our own endpoints: JSON both ways, the web session's CSRF token, refusals as problem details. */

const TOKEN = 'X-XSRF-TOKEN';

/** The token as the last answer told it. */
let told = '';

/** A refusal or failure, as the server told it. */
export class Problem extends Error {
  /**
   * @param {number} status HTTP status, 0 if the server was not reached
   * @param {string} detail what is wrong, in Chinese
   * @param {{field: string, value: string?, message: string}[]} violations what is wrong with which field
   */
  constructor(status, detail, violations = []) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.violations = violations;
  }
}

/** Reads JSON. Throws a {@link Problem}. */
export function getJson(path) {
  return exchange('GET', path);
}

/** Sends JSON and reads the JSON answer (null if there is none). Throws a {@link Problem}. */
export function postJson(path, body, headers = {}) {
  return exchange('POST', path, body, headers);
}

/** Sends values and files as a form, leaving out what is null, and reads the JSON answer. Throws a {@link Problem}. */
export function postForm(path, values) {
  const form = new FormData();
  Object.entries(values).forEach(([name, value]) => {
    if (value !== null && value !== undefined) {
      form.append(name, value);
    }
  });
  return exchange('POST', path, form);
}

/**
 * Sends a file as it is and reads the JSON answer. Throws a {@link Problem}.
 *
 * @param {(share: number) => void} progress told how much has gone, from 0 to 1
 */
export function postFile(path, file, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address(path));
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader(TOKEN, xsrfToken());
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(total ? loaded / total : 0));
    request.addEventListener('error', () => reject(new Problem(0, '连接不上服务器，文件没有上传，请稍后重试。')));
    request.addEventListener('load', () => {
      told = request.getResponseHeader(TOKEN) || told;
      const answer = parsed(request.responseText);
      if (request.status < 300) {
        resolve(answer);
      } else {
        reject(problemOf(request.status, answer));
      }
    });
    request.send(file);
  });
}

/** Puts JSON in place of what is there and reads the answer (null if there is none). Throws a {@link Problem}. */
export function putJson(path, body) {
  return exchange('PUT', path, body);
}

/** The address of one of our endpoints, wherever the application is mounted. */
export function address(path) {
  const base = new URL('..', import.meta.url);
  return new URL(path.replace(/^\//, ''), base).href;
}

async function exchange(method, path, body, headers = {}) {
  const init = {
    method,
    credentials: 'same-origin',
    headers: { Accept: 'application/json, application/problem+json', [TOKEN]: xsrfToken(), ...headers }
  };
  if (body instanceof FormData) {
    init.body = body;
  } else if (body !== undefined) {
    init.headers['Content-Type'] = 'application/json';
    init.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(address(path), init);
  } catch {
    throw new Problem(0, '连接不上服务器，填写的内容没有丢失，请稍后重试。');
  }
  told = response.headers.get(TOKEN) || told;
  const answer = await jsonOf(response);
  if (!response.ok) {
    throw problemOf(response.status, answer);
  }
  return answer;
}

async function jsonOf(response) {
  return parsed(await response.text());
}

function parsed(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

function problemOf(status, answer) {
  if (status === 401) {
    return new Problem(status, '登录已过期，请在新窗口重新登录后回到这里再提交，填写的内容没有丢失。');
  }
  const known = { 403: '您无权办理此事，或登录已过期。', 404: '没有找到。' };
  const detail = answer?.detail || known[status] || `服务器没有完成请求（状态 ${status}），填写的内容没有丢失，请稍后重试。`;
  return new Problem(status, detail, answer?.violations || []);
}

/** Within Camunda's applications their cookie says the token, after each login anew; elsewhere our own answers told it. */
function xsrfToken() {
  const cookie = document.cookie.split('; ').find((each) => each.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : told;
}
