using System.Globalization;
using System.Text;

namespace Tutor.HardMaterial;

internal static partial class HardDocuments
{
    private static readonly string[] s_starts = ["Bel", "Cor", "Dun", "Fal", "Gar", "Hol", "Ist", "Kel", "Lor", "Mar", "Nor", "Orm", "Pel", "Ros", "Sel", "Tor", "Ulv", "Ver", "Wes", "Yar"];
    private static readonly string[] s_ends = ["aby", "ecke", "ima", "onda", "unmoor", "avale", "essa", "irre", "olm", "ustrand", "adow", "egarth", "ifell", "okka", "uness", "ard", "erin", "isund", "osay", "ulland"];
    private static readonly string[] s_rocks = ["granite", "basalt", "limestone", "slate", "sandstone", "chalk", "gneiss"];
    private static readonly string[] s_work = ["fishing", "the breeding of sheep", "the growing of barley", "the drying of kelp", "the quarrying of stone", "boat building", "the making of salt"];
    private static readonly string[] s_reasons = ["the wind keeps trees from growing", "the harbour lies in the lee of a headland", "the spring never freezes", "the soil is thin", "the tides run strong", "fog lies over the sound"];

    /// <summary>400 pages under one heading: a gazetteer of islands that do not exist, one to a page.</summary>
    public static byte[] OneHeadingAnd400Pages()
    {
        var pdf = new PdfWriter { Title = "Gazetteer of the Archipelago" };
        for (var i = 0; i < 400; i++)
        {
            pdf.Page();
            if (i == 0) pdf.Text(72, 72, "The islands of the archipelago", 22, bold: true);
            pdf.Lines(72, 110, Wrapped(Island(i), 85), 10.5, 13);
            pdf.Text(300, 760, (i + 1).ToString(CultureInfo.InvariantCulture), 9);
        }
        return pdf.Build();
    }

    public static string NameOfIsland(int page) => s_starts[page % 20] + s_ends[((page / 20) + (page % 20)) % 20];

    // Factors that share no divisor with the lists keep neighbours different; every page has sentences of its own.
    private static string Island(int i)
    {
        var (name, other) = (NameOfIsland(i), NameOfIsland(i + 7));
        string Of(string[] list, int factor) => list[((i * factor) + (i / list.Length)) % list.Length];
        return string.Create(CultureInfo.InvariantCulture, $"""
            {name} is an island of {Of(s_rocks, 3)} that lies {3 + (i * 7 % 41)} km off the coast. It covers {2 + (i * 11 % 97)} square kilometres and rises to {40 + (i * 13 % 610)} metres above the sea. About {90 + (i * 29 % 2300)} people live on {name}, and most of them earn their living by {Of(s_work, 5)}. The first houses of {name} were built in {1100 + (i * 17 % 700)}, because {Of(s_reasons, 5)}.
            """);
    }

    private static IEnumerable<string> Wrapped(string text, int width)
    {
        foreach (var paragraph in text.Split('\n'))
        {
            var line = new StringBuilder();
            foreach (var word in paragraph.Split(' '))
            {
                if (line.Length + word.Length >= width)
                {
                    yield return line.ToString();
                    line.Clear();
                }
                line.Append(line.Length > 0 ? " " : "").Append(word);
            }
            yield return line.ToString();
        }
    }

    public const string Mathematics = """
        # Linear equations

        ## Equations and their solutions

        An **equation** is a statement that two expressions are equal. A **linear equation** in one unknown is an equation that can be written as $ax + b = 0$ with $a \neq 0$. Its only solution is $x = -\frac{b}{a}$.

        A **solution** is a number that makes the equation true when it is put in place of the unknown. For example, $x = 3$ is the solution of $2x - 6 = 0$, because $2 \cdot 3 - 6 = 0$.

        $$
        ax + b = 0 \iff x = -\frac{b}{a}
        $$

        ## Systems of two equations

        A **system of equations** is a set of equations that must hold at the same time:

        $$
        \begin{aligned} a_1 x + b_1 y &= c_1 \\ a_2 x + b_2 y &= c_2 \end{aligned}
        $$

        The **determinant** of the system is the number $D = a_1 b_2 - a_2 b_1$. If $D \neq 0$, the system has exactly one solution. If $D = 0$, the lines are parallel or the same, and therefore the system has no solution or infinitely many. Cramer's rule gives the solution as $x = \frac{c_1 b_2 - c_2 b_1}{D}$ and $y = \frac{a_1 c_2 - a_2 c_1}{D}$.

        **Substitution** is a method that solves one equation for one unknown and puts the result into the other equation. **Elimination** is a method that adds a multiple of one equation to the other so that one unknown disappears. Elimination needs fewer steps than substitution when the coefficients are whole numbers, whereas substitution is quicker when one coefficient is 1.

        ## The quadratic formula

        A **quadratic equation** is an equation of the form $ax^2 + bx + c = 0$ with $a \neq 0$. The **discriminant** is the number $b^2 - 4ac$. When the discriminant is negative, the equation has no real solution, because no real number has a negative square.

        $$x_{1,2} = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}$$

        The **vertex** of a parabola is the point at which it turns. The parabola $y = ax^2 + bx + c$ has its vertex at $x = -\frac{b}{2a}$.
        """;

    public const string CodeListings = """
        # Loops and functions in Python

        ## Loops

        A **loop** is a statement that repeats other statements. A **for loop** is a loop that takes each element of a sequence in turn. A **while loop** is a loop that runs as long as its condition is true.

        ```python
        total = 0
        for price in [3, 5, 8]:
            total += price   # adds each price
        print(total)
        ```

        The loop above prints 16. The statement `break` ends a loop at once, whereas `continue` goes on with the next element. A loop that never ends is called an infinite loop.

        ```python
        while True:
            line = input("> ")
            if line == "quit":
                break
        ```

        ## Functions

        A **function** is a named piece of code that is run when it is called. A **parameter** is a name in the head of a function that stands for a value. An **argument** is the value that is passed when the function is called. A function returns `None` when it has no `return` statement.

        ```python
        def area(width, height=1):
            "Return the area of a rectangle."
            return width * height

        assert area(3, 4) == 12
        ```

        A **default value** is the value a parameter has when no argument is passed. Default values are evaluated once, when the function is defined, and therefore a list as a default value is shared by all calls. A **docstring** is a text at the start of a function that says what the function does.

        ## Scope

        The **scope** of a name is the part of a program in which the name can be used. A name that is bound inside a function is local, whereas a name that is bound at the top of a file is global. The keyword `global` lets a function bind a global name.

        ```
        Traceback (most recent call last):
          File "scope.py", line 3, in <module>
        NameError: name 'total' is not defined
        ```
        """;

    public const string GermanChapter = """
        # Die Zelle

        ## Was eine Zelle ist

        Die Zelle ist die kleinste Einheit des Lebens. Jedes Lebewesen besteht aus einer oder mehreren Zellen. Ein Bakterium besteht aus einer einzigen Zelle, während der Körper eines erwachsenen Menschen etwa 30 Billionen Zellen enthält. Die Zellmembran ist eine dünne Hülle, die das Innere der Zelle von ihrer Umgebung trennt. Das Zytoplasma ist der Inhalt der Zelle ohne den Zellkern.

        Im Jahr 1665 beschrieb Robert Hooke die Kammern im Kork und nannte sie Zellen. Matthias Schleiden erkannte 1838, dass alle Pflanzen aus Zellen bestehen. Theodor Schwann übertrug diese Aussage 1839 auf die Tiere. Rudolf Virchow lehrte 1855, dass jede Zelle aus einer Zelle entsteht.

        ## Organellen

        Organellen sind abgegrenzte Räume der Zelle mit einer eigenen Aufgabe. Der Zellkern ist das Organell, das die Erbinformation enthält. Mitochondrien sind Organellen, die Energie aus Nährstoffen gewinnen. Ribosomen sind Teilchen, die Proteine herstellen. Das endoplasmatische Retikulum ist ein Netz aus Membranen, in dem Proteine gefaltet werden. Der Golgi-Apparat verpackt Proteine und schickt sie an ihren Bestimmungsort. Lysosomen enthalten Enzyme, die Abfall zerlegen.

        Chloroplasten sind Organellen der Pflanzenzelle, in denen die Photosynthese stattfindet. Sie enthalten den grünen Farbstoff Chlorophyll. Die Vakuole einer Pflanzenzelle kann bis zu 90 Prozent des Zellvolumens einnehmen, weil sie Wasser speichert.

        ## Transport durch die Membran

        Die Diffusion ist die Bewegung von Teilchen vom Ort hoher zum Ort niedriger Konzentration. Die Osmose ist die Diffusion von Wasser durch eine halbdurchlässige Membran. Beim aktiven Transport verbraucht die Zelle Energie, um Stoffe gegen das Konzentrationsgefälle zu bewegen. Beim passiven Transport verbraucht sie keine Energie. Die Natrium-Kalium-Pumpe befördert drei Natriumionen hinaus und zwei Kaliumionen hinein.

        In einer hypertonischen Lösung verliert die Zelle Wasser und schrumpft. In einer hypotonischen Lösung nimmt sie Wasser auf und schwillt an. Pflanzenzellen platzen dabei nicht, weil ihre Zellwand sie stützt.
        """;
}
