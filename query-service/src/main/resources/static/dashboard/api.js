// Requests to this service, with the key if there is one.

import { parseExact } from './decimals.js';

const KEY = 'tillstream.key';

/** An answer that is none; status 0 stands for no answer at all. */
export class Problem extends Error {
  constructor(status, detail, retryAfter, stores) {
    super(detail);
    this.status = status;
    this.retryAfter = retryAfter;
    this.stores = stores;
  }

  get refused() {
    return this.status === 401 || this.status === 403;
  }
}

export const key = {
  get: () => sessionStorage.getItem(KEY),
  set: value => sessionStorage.setItem(KEY, value),
  forget: () => sessionStorage.removeItem(KEY),
};

/** The answer as JSON whose numbers are texts. */
export async function get(path, parameters = {}, signal = undefined) {
  const response = await request(path, parameters, 'application/json', signal);
  const text = await response.text();
  try {
    return parseExact(text);
  } catch {
    throw new Problem(response.status, 'The answer is not what was expected');
  }
}

/** Saves the answer as a file. */
export async function saveCsv(path, parameters, name) {
  const response = await request(path, parameters, 'text/csv');
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function request(path, parameters, accept, signal) {
  const response = await fetch(address(path, parameters), { headers: headers(accept), signal, cache: 'no-store' })
    .catch(error => {
      throw error.name === 'AbortError' ? error : new Problem(0, 'The service does not answer');
    });
  if (!response.ok) {
    throw await problem(response);
  }
  return response;
}

function address(path, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}

function headers(accept) {
  const own = key.get();
  return { Accept: `${accept}, application/problem+json`, ...(own && { 'X-Api-Key': own }) };
}

async function problem(response) {
  const body = await response.json().catch(() => ({}));
  const wait = Number(response.headers.get('Retry-After')) || undefined;
  return new Problem(response.status, body.detail ?? body.title ?? `The service answered ${response.status}`, wait,
    body.stores);
}
