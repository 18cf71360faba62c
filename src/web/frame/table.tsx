import type { Child } from 'hono/jsx';

export interface Column {
  readonly label: string;
  /** Numbers stand right. */
  readonly number?: boolean;
  /** The last column's buttons; its heading is for readers aloud. */
  readonly acts?: boolean;
}

/** A table that becomes cards on phones; rows are `<tr>` with a `th[scope=row]` and `Cell`s. */
export function Table(props: { columns: readonly Column[]; caption?: string; children?: Child }) {
  return (
    <table class="tbl">
      {props.caption && <caption class="vh">{props.caption}</caption>}
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th scope="col" class={column.number ? 'n' : undefined}>
              {column.acts ? <span class="vh">{column.label}</span> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  );
}

/** A cell that carries its column's name onto the phone's card. */
export function Cell(props: { column: Column; children?: Child }) {
  if (props.column.acts) return <td class="act">{props.children}</td>;
  return (
    <td data-l={props.column.label} class={props.column.number ? 'num n' : 'num'}>
      {props.children}
    </td>
  );
}
