import fc from 'fast-check';

/** Any UTF-16 units, lone surrogates among them, mixed with what means something in a query. */
export const anyString: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 2, arbitrary: fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit)) },
      { weight: 3, arbitrary: fc.nat({ max: 0x7f }).map((unit) => String.fromCharCode(unit)) },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ...[
            '"',
            ' ',
            '-',
            'topic:',
            'partner:',
            'kind:',
            'source:',
            'japan',
            'NATO’s',
            '🙂',
            'the',
          ],
        ),
      },
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));
