// Where the words stand: the index of MiniSearch, in the form in which it saves and loads one.
//
// Left to add documents by itself, MiniSearch walks its tree of words for each word of each text,
// which takes half of the time until the first answer. Here words are counted by their numbers,
// and MiniSearch loads the outcome: it walks its tree once for each word of the lexicon.

const Postings = (() => {
  /** Return an index to give to `MiniSearch.loadJS`; `textsOf(document, field)` lists texts. */
  function build(documents, fields, textsOf, lexicon) {
    const count = documents.length;
    const numbers = Array.from({ length: count }, (_, number) => number);
    const lengths = numbers.map(() => []);
    const streams = fields.map((field) => readField(documents, field, textsOf, lexicon));
    const postings = streams.map((stream, field) => countField(stream, field, lexicon, lengths));
    return {
      averageFieldLength: fields.map((_, field) => averageOf(lengths, field)),
      dirtCount: 0,
      documentCount: count,
      documentIds: { ...numbers },
      fieldIds: Object.fromEntries(fields.map((field, number) => [field, number])),
      fieldLength: { ...lengths },
      index: describe(postings, lexicon),
      nextId: count,
      serializationVersion: 2,
      storedFields: {},
    };
  }

  /** Yield each word with its postings, made only now: they are gone as soon as they are loaded. */
  function* describe(postings, { vocabulary }) {
    for (const [form, { number }] of vocabulary) {
      const places = {};
      postings.forEach(({ starts, documents, times }, field) => {
        const [start, end] = [starts[number], starts[number + 1]];
        if (start === end) return;
        const counts = {};
        for (let place = start; place < end; place += 1) counts[documents[place]] = times[place];
        places[field] = counts;
      });
      yield [form, places];
    }
  }

  /** Return all words of a field, one document after the other, and where each document ends. */
  function readField(documents, field, textsOf, lexicon) {
    const words = [];
    const ends = documents.map((document) => {
      for (const text of textsOf(document, field)) lexicon.read(text, words);
      return words.length;
    });
    return { words, ends };
  }

  /** Return, by word, which documents have it how often; note in `lengths` how many it has. */
  function countField({ words, ends }, field, lexicon, lengths) {
    const size = lexicon.vocabulary.size;
    // Of each word, the latest document that has it: whether it is new to a document.
    const latest = new Int32Array(size);
    const eachWord = (take) => {
      let place = 0;
      latest.fill(-1);
      ends.forEach((end, document) => {
        for (; place < end; place += 1) {
          const number = words[place];
          take(number, document, latest[number] !== document);
          latest[number] = document;
        }
      });
    };
    // First the room that each word needs, then what goes there.
    const starts = new Uint32Array(size + 1);
    const sizes = new Uint32Array(ends.length);
    eachWord((number, document, isNew) => {
      if (!isNew) return;
      starts[number + 1] += 1;
      sizes[document] += 1;
    });
    sizes.forEach((length, document) => {
      if (length) lengths[document][field] = length;
    });
    for (let number = 0; number < size; number += 1) starts[number + 1] += starts[number];
    const next = starts.slice();
    const documents = new Uint32Array(starts[size]);
    const times = new Uint32Array(starts[size]);
    eachWord((number, document, isNew) => {
      if (isNew) {
        documents[next[number]] = document;
        next[number] += 1;
      }
      times[next[number] - 1] += 1;
    });
    return { starts, documents, times };
  }

  function averageOf(lengths, field) {
    const known = lengths.map((each) => each[field]).filter((length) => length !== undefined);
    return known.reduce((sum, length) => sum + length, 0) / known.length;
  }

  return { build };
})();
