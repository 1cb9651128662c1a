'use client';

export function Table({ rows }: { rows: readonly (readonly string[])[] }) {
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]}>
            {row.map((cell) => (
              <td key={cell}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
