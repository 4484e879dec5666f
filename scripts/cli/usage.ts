/** What the command line says of itself. */
import { DEFAULT_MARK_FORMAT } from '../../src/core/model/mark';
import { COLUMNS } from '../../src/core/export';
import { FIELDS, IS_VALUES } from '../../src/core/query';
import { MATRIX_FORMATS, SCAN_FORMATS } from './output-formats';

export const SYNOPSIS = `Usage: question-stance scan|matrix|explain <file, folder or ->… [options]
`;

/** How wide the page is. */
const WIDTH = 80;
const INDENT = ' '.repeat(22);

export const USAGE = `${SYNOPSIS}
Prints the questions of Markdown notes. Folders are read with all their folders,
save those whose names start with a dot; - reads one note from standard input.

  scan                the questions, one by one
  matrix              how many questions ask at each stage
  explain             the query as it is understood

  --query <text>      only what fits, in the language of queries; lines narrow
                      each other, and the option may be given several times;
                      view, show and hide are for screens and do nothing here
  --query-file <file> the same from a file
  --filter <words>    only what fits, for example
                      --filter 'stage:limits label:"core question" compute'
${listed('fields: ', FIELDS)}
${listed('is: ', IS_VALUES)}
                      words of one field widen, different fields narrow;
                      - turns round, OR and brackets choose
  --notes <which>     articles: notes with the tag my-article and Checkbox 1
                      ticked (with --vault: as its settings say);
                      vault: every note; default: vault
  --vault <folder>    an Obsidian vault: its settings of the plugin and its
                      «Excluded files» count, and paths are printed as the vault
                      knows them; without files or folders all of it is read
  --root <tag>        the tag that marks start with; default: ${DEFAULT_MARK_FORMAT.root}
  --format <format>   scan: ${SCAN_FORMATS.join(', ')};
                      default: json
                      matrix: ${MATRIX_FORMATS.join(', ')}; default: table
  --columns <a,b>     of csv, tsv, json, ndjson, table and wide:
${listed('', COLUMNS)}
  --properties <x,y>  properties of the notes, in columns behind the others
  --bom               begin csv, tsv, wide and sequence with a byte order mark,
                      so that spreadsheets read Chinese
  --help, --version

start and end are offsets in UTF-16 code units from the note's beginning, end
just after the asking sign; line counts from 1, for the line of start.

Examples:
  question-stance scan notes --format table
  question-stance scan --vault ~/Vault --notes articles --format csv --bom > q.csv
  question-stance scan notes --query 'stance:outward -has:speaker' --columns path,line,text --format tsv
  question-stance scan notes --format wide --properties status > statistics.csv
  question-stance matrix notes --filter 'date:this-month'
  pbpaste | question-stance scan - --format ndjson

Exit status: 0; 1 if something could not be read; 2 if the arguments or the
query are wrong.
`;

/** Names in lines that fit the page. */
function listed(title: string, names: readonly string[]): string {
  const lines = [`${INDENT}${title}`];
  names.forEach((name, at) => {
    const word = at === names.length - 1 ? name : `${name}, `;
    const line = lines.at(-1) ?? '';
    if ((line + word).trimEnd().length > WIDTH) lines.push(INDENT + word);
    else lines[lines.length - 1] = line + word;
  });
  return lines.map((line) => line.trimEnd()).join('\n');
}
