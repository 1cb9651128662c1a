export default function LandingPage() {
  return (
    <main>
      <h1>Groundwork</h1>
    </main>
  );
}
