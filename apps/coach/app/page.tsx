export default function TodayPage() {
  return (
    <main>
      <h1>Today</h1>
    </main>
  );
}
