import { writeFileSync } from 'node:fs';
const root=process.argv[2]!;
const { readCorpus } = await import(`${root}/src/cli/corpusFiles.ts`);
const { indexCorpus, engineOver } = await import(`${root}/src/cli/corpus.ts`);
const {passages,items}=await readCorpus('/work/shared/corpus/passages-100k.jsonl.br','/work/shared/corpus/known-items.tsv');
const e=engineOver(indexCorpus(passages));
writeFileSync(process.argv[3]!,items.map((i:any)=>`${i.kind} ${i.query}: ${e.search(i.query).indexOf(i.passage)}`).join('\n')+'\n');
