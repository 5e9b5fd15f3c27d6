using Tutor;
using Xunit;

// One server for all classes; each makes people and courses of its own.
[assembly: AssemblyFixture(typeof(TutorApp))]
