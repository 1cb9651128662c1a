import { connection } from 'next/server';
import { Table } from './table.tsx';

export default async function Page() {
  await connection();
  const rows = Array.from({ length: 200 }, (_, row) => Array.from({ length: 10 }, (_, column) => `${row} ${column}`));
  return <Table rows={rows} />;
}
