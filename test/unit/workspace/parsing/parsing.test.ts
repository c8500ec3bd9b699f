import assert from 'node:assert/strict';
import { parseGlossary } from '../../../../src/core/glossary/parse';
import { ThreadedParsing, TooCostly } from '../../../../src/workspace/parsing/parsing';
import type { ParserListener, StartParser } from '../../../../src/workspace/parsing/parserThread';
import { answering } from '../../../../src/worker/parser';

const NOBODY = { warn: () => undefined };

const glossary = (terms: number): string =>
  `contexts:\n  - name: Port\n    terms:\n${Array.from(
    { length: terms },
    (_, at) =>
      `      - name: lamp ${at}\n        aliases: [light ${at}]\n        meta: {Owner: me}\n`,
  ).join('')}  - name: Town\n    terms:\n      - name: well\n`;

/** A thread that runs what the worker runs, with messages as they come out of one. */
function worker(): { readonly start: StartParser; readonly messages: number[] } {
  const messages: number[] = [];
  const start: StartParser = (listener) => {
    const answer = answering((response) => {
      messages.push(response.kind === 'items' ? response.items.length : 0);
      listener.onResponse(structuredClone(response));
    });
    return Promise.resolve({
      post: (request) => void answer(structuredClone(request)),
      terminate: () => undefined,
    });
  };
  return { start, messages };
}

describe('parsing', () => {
  it('gives the same on another thread as here, bit by bit', async () => {
    const { start, messages } = worker();
    const parsing = new ThreadedParsing(start, NOBODY, { longestHere: 100 });
    const text = glossary(4_000);
    assert.deepEqual(await parsing.run('glossary', text), parseGlossary(text));
    assert.ok(messages.length > 3);
    assert.ok(messages.every((items) => items < 4_000));
    const bib = '@book{a, title = {A}}\n'.repeat(10);
    assert.equal((await parsing.run('bibliography', bib, 'a.bib')).entries.length, 10);
    const csv = `name,definition\n${'a,b\n'.repeat(50)}`;
    assert.equal((await parsing.run('exchange', csv, 'csv')).entries.length, 50);
    parsing.dispose();
  });

  it('does short texts here', async () => {
    const parsing = new ThreadedParsing(() => assert.fail('No thread is needed.'), NOBODY);
    assert.equal((await parsing.run('glossary', glossary(3))).contexts.length, 2);
    parsing.dispose();
  });

  it('is no matter of the text when what parses it cannot be loaded', async () => {
    let isThere = false;
    const gone = new Error('A part cannot be loaded.');
    const parsing = new ThreadedParsing(worker().start, NOBODY, {}, (load) =>
      isThere ? load() : Promise.reject(gone),
    );
    await assert.rejects(parsing.run('bibliography', '@book{a}', 'a.bib'), gone);
    isThere = true;
    assert.equal((await parsing.run('glossary', glossary(3))).contexts.length, 2);
    parsing.dispose();
  });

  it('gives up a text that takes too long, and reads the next one', async () => {
    let started = 0;
    const ended: number[] = [];
    const real = worker();
    const start: StartParser = async (listener) => {
      const number = ++started;
      const thread = await real.start(listener);
      return {
        // The first thread never answers.
        post: (request) => (number === 1 ? undefined : thread.post(request)),
        terminate: () => ended.push(number),
      };
    };
    const parsing = new ThreadedParsing(start, NOBODY, { longestHere: 10, timeOf: () => 1 });
    const first = parsing.run('glossary', glossary(5));
    await assert.rejects(first, TooCostly);
    assert.deepEqual(ended, [1]);
    const patient = new ThreadedParsing(real.start, NOBODY, { longestHere: 10 });
    const [one, other] = await Promise.all([
      patient.run('glossary', glossary(5)),
      patient.run('glossary', glossary(6)),
    ]);
    assert.deepEqual(
      [one, other].map(({ contexts }) => contexts[0]?.entries.length),
      [5, 6],
    );
    parsing.dispose();
    patient.dispose();
  });

  it('goes on after a thread that was brought down', async () => {
    const listeners: ParserListener[] = [];
    const real = worker();
    const start: StartParser = async (listener) => {
      listeners.push(listener);
      const thread = await real.start(listener);
      return listeners.length === 1
        ? { ...thread, post: () => listener.onEnd('out of memory') }
        : thread;
    };
    const parsing = new ThreadedParsing(start, NOBODY, { longestHere: 10 });
    await assert.rejects(parsing.run('glossary', glossary(5)), /out of memory/);
    assert.equal((await parsing.run('glossary', glossary(5))).contexts.length, 2);
    assert.equal(listeners.length, 2);
    parsing.dispose();
  });

  it('refuses very long texts where no thread can be started, and reads the others', async () => {
    const warnings: string[] = [];
    const parsing = new ThreadedParsing(
      () => Promise.reject(new Error('no threads here')),
      { warn: (message) => warnings.push(message) },
      { longestHere: 10, longestWithoutThread: 5_000 },
    );
    assert.equal((await parsing.run('glossary', glossary(10))).contexts.length, 2);
    await assert.rejects(parsing.run('glossary', glossary(500)), TooCostly);
    assert.match(warnings[0] ?? '', /no threads here/);
    parsing.dispose();
  });
});
