using System.Collections.Frozen;

namespace Tutor.Retrieval.Languages;

/// <summary>English plurals that no stemmer takes back: those textbooks are full of (hypotheses, stimuli, criteria) and the few old ones (children).</summary>
internal static class IrregularPlurals
{
    private static readonly FrozenDictionary<string, string> s_singular = (
        "children child men man women woman feet foot teeth tooth mice mouse geese goose lives life wives wife selves self halves half leaves leaf wolves wolf knives knife "
        + "hypotheses hypothesis analyses analysis theses thesis syntheses synthesis crises crisis diagnoses diagnosis prognoses prognosis neuroses neurosis psychoses psychosis "
        + "oases oasis axes axis metastases metastasis parentheses parenthesis emphases emphasis testes testis mitoses mitosis meioses meiosis catalyses catalysis hydrolyses hydrolysis "
        + "stimuli stimulus nuclei nucleus fungi fungus alumni alumnus foci focus radii radius loci locus bacilli bacillus gyri gyrus sulci sulcus thrombi thrombus alveoli alveolus "
        + "phenomena phenomenon criteria criterion automata automaton ganglia ganglion mitochondria mitochondrion taxa taxon "
        + "bacteria bacterium data datum media medium curricula curriculum strata stratum memoranda memorandum symposia symposium ova ovum cilia cilium flagella flagellum quanta quantum spectra spectrum "
        + "vertebrae vertebra larvae larva antennae antenna formulae formula algae alga alumnae alumna amoebae amoeba nebulae nebula "
        + "indices index matrices matrix vertices vertex vortices vortex appendices appendix cortices cortex helices helix "
        + "schemata schema stigmata stigma stomata stoma")
        .Split(' ').Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    public static string Singular(string lower) => s_singular.GetValueOrDefault(lower, lower);
}
