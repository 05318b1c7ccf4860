// Small tables of actors and event rules, so that tests do not depend on the project's own tables.
#pragma once

#include <string>

#include <tidings/coding.hpp>
#include <tidings/mention.hpp>

#include "support/parse_from_table.hpp"
#include "support/temp_folder.hpp"

namespace tidings::test {

inline constexpr std::string_view kCountries =
    "iso3\tname\tnames\tdemonyms\tcapital\tseats\n"
    "ALB\tAlbania\t\tAlbanian|Albanians\tTirana\t\n"
    "GHA\tGhana\t\tGhanaian|Ghanaians\tAccra\t\n"
    "IRN\tIran\tIslamic Republic of Iran\tIranian|Iranians\tTehran\t\n"
    "KEN\tKenya\tRepublic of Kenya\tKenyan|Kenyans\tNairobi\tState Palace\n"
    "SDN\tSudan\t\tSudanese\tKhartoum\t\n"
    "TCD\tChad\t\tChadian|Chadians\t\t\n"
    "FRA\tFrance\t\tFrench\tParis\tÉlysée Palace\n"
    "USA\tUnited States\tU.S.|US\tAmerican|Americans\tWashington\tWhite House\n";

inline constexpr std::string_view kActors =
    "name\taliases\tkind\tcountry\tsectors\tcode\tfrom\tuntil\trole\tsource\n"
    "United Nations\tUN|U.N.\torganisation\t\tIGO\tIGOUNO\t\t\t\tunsourced\n"
    "African Union\tAU\torganisation\t\tIGO\t\t\t\t\tunsourced\n"
    "World Health Organization\tWHO\torganisation\t\tIGO\t\t\t\t\tunsourced\n"
    "al-Shabaab\tAl-Shabab\tgroup\t\tREB\t\t\t\t\tunsourced\n"
    "Revolutionary Guards\tRevolutionary Guard Corps\torganisation\tIRN\tMIL\t\t\t\t\tunsourced\n"
    "National Council of Resistance of Iran\t\tgroup\tIRN\tOPP\t\t\t\t\tunsourced\n"
    "Lena Okoro\tOkoro\tperson\tKEN\tGOV\t\t2015\t2019\tpresident\tunsourced\n"
    "Lena Okoro\tOkoro\tperson\tKEN\tELI\t\t2020\t\tformer president\tunsourced\n";

inline constexpr std::string_view kRoles =
    "phrase\tsectors\tkind\n"
    "president\tGOV\tperson\n"
    "prime minister\tGOV\tperson\n"
    "foreign minister|minister\tGOV\tperson\n"
    "spokesman|spokeswoman\t\tperson\n"
    "ambassador|diplomat\tGOV\tperson\n"
    "government\tGOV\tgovernment\n"
    "soldier|troop\tMIL\tgroup\n"
    "police\tCOP\torganisation\n"
    "rebel\tREB\tgroup\n"
    "expert\t\tperson\n"
    "protester\tCVL|OPP\tpopulation\n"
    "farmer\tAGR\tpopulation\n"
    "member of parliament\tLEG\tperson\n";

inline constexpr std::string_view kCueVerbs =
    "words\tpart\ttakes\tstance\texample\n"
    "say|add\tverb\tclause\tasserted\t{Ana} said [it was late].\n"
    "announce|tell\tverb\tclause object\tasserted\t{Ana} announced [the vote].\n"
    "claim|accuse\tverb\tclause +object of\tclaimed\t{Ana} claimed [it was late].\n"
    "vow\tverb\tto+verb\tattitude\t{Ana} vowed [to leave].\n"
    "ask\tverb\tquestion to+verb +object\tattitude\t{Ana} asked [whether it was late].\n"
    "call\tverb\tpredicate for +object\tattitude\t{Ana} called [it late].\n";

inline constexpr std::string_view kCueNouns =
    "words\tpart\ttakes\tstance\texample\n"
    "claim|statement\tnoun\tclause of\tclaimed\t{Ana}'s claim that [it was late].\n"
    "confident\tadjective\tclause\tasserted\t{Ana} is confident that [it is late].\n"
    "make|issue\tvoicing\t\tasserted\t\n";

inline constexpr std::string_view kCuePhrases =
    "words\tpart\ttakes\tstance\texample\n"
    "reportedly\tadverb\t\tasserted\t[Ana reportedly left].\n"
    "according to _\tphrase\t\tasserted\tAccording to {Ana}, [it was late].\n"
    "in _ 's word\tphrase\t\tasserted\tIn {Ana}'s words, [it was late].\n";

inline constexpr std::string_view kPlover =
    "type\tquad\tdefinition\tmodes\n"
    "AGREE\t1\tagrees\t\n"
    "CONSULT\t1\ttalks\tvisit|phone\n"
    "CONCEDE\t1\tgives way\t\n"
    "AID\t2\thelps\t\n"
    "RETREAT\t2\twithdraws\twithdraw\n"
    "ACCUSE\t3\taccuses\tdisapprove|allege\n"
    "THREATEN\t3\tthreatens\tviolence|restrict\n"
    "REJECT\t3\trefuses\tmeet\n"
    "SANCTION\t4\tpunishes\texpel|discontinue\n"
    "ASSAULT\t4\tattacks\tfirearms|aerial\n";

inline constexpr std::string_view kCameo =
    "code\tname\troot\tquad\tgoldstein\n"
    "030\tintend to cooperate\t03\t1\t4\n"
    "0356\tintend to withdraw\t03\t1\t7\n"
    "040\tconsult\t04\t1\t1\n"
    "042\tvisit\t04\t1\t1.9\n"
    "070\taid\t07\t2\t7\n"
    "087\tde-escalate\t08\t2\t9\n"
    "016\tdeny\t01\t3\t-1.5\n"
    "111\tcriticise\t11\t3\t-2\n"
    "112\taccuse\t11\t3\t-2\n"
    "120\treject\t12\t3\t-4\n"
    "130\tthreaten\t13\t3\t-4.4\n"
    "138\tthreaten force\t13\t3\t-7\n"
    "1384\tthreaten attack\t13\t3\t-7\n"
    "160\tcut relations\t16\t4\t-4\n"
    "161\texpel\t16\t4\t-4\n"
    "190\tfight\t19\t4\t-10\n"
    "193\tfight with small arms\t19\t4\t-10\n"
    "195\tuse aerial weapons\t19\t4\t-10\n";

inline constexpr std::string_view kComposition =
    "operator\tinner\ttype\tmode\tcameo\n"
    "threaten\t*\tTHREATEN\t-\t130\n"
    "threaten\tASSAULT\tTHREATEN\tviolence\t138\n"
    "threaten\t190\tTHREATEN\tviolence\t1384\n"
    "threaten\t-\tTHREATEN\t-\t130\n"
    "threaten\tCONSULT/visit\tnone\t-\t-\n"
    "deny\t*\tREJECT\t-\t016\n"
    "deny\t-\tREJECT\t-\t016\n"
    "agree\tRETREAT/withdraw\tCONCEDE\t-\t0356\n"
    "agree\t*\tAGREE\t-\t030\n";

inline constexpr std::string_view kStatusWords =
    "word\trelation\tstatus\n"
    "may\tauxiliary\tpossible\n"
    "allegedly\tadverb\talleged\n"
    "never\tadverb\tnegated\n"
    "alleged\tmodifier\talleged\n"
    "foiled\tmodifier\tfailed\n"
    "without\tpreposition\tnegated\n"
    "plan\tgovernor\tplanned\n"
    "fail\tgovernor\tfailed\n"
    "would have\tauxiliary\tnegated\n"
    "at no point\tadverb\tnegated\n"
    "no\tsubject\tnegated\n"
    "nobody\tsubject\tnegated\n"
    "be to\tthrough\tplanned\n"
    "claim\tnoun\talleged\n"
    "untrue\tlabel\tdenied\n"
    "if\tmarker\tpossible\n"
    "unless\tmarker\tpossible\n";

inline constexpr std::string_view kQuantityWords =
    "phrase\tkind\tlow\thigh\n"
    "two\tnumber\t2\t2\n"
    "dozen\tunit\t12\t12\n"
    "hundred\tunit\t100\t100\n"
    "thousand\tunit\t1000\t1000\n"
    "several\tvague\t3\t9\n"
    "dozens\tvague\t24\t99\n"
    "hundreds\tvague\t200\t999\n"
    "thousands\tvague\t2000\t9999\n"
    "at least\tleast\t\t\n"
    "more than\tabove\t\t\n"
    "up to\tmost\t\t\n"
    "fewer than\tbelow\t\t\n"
    "about\tabout\t\t\n"
    "nearly\tnearly\t\t\n";

inline constexpr std::string_view kClasses =
    "tidings-classes 1\n"
    "diplomat: ambassador, envoy, diplomat\n"
    "attack: attack, air strike\n"
    "transparent: dozen, group\n";

inline constexpr std::string_view kEvents =
    "tidings-events 1\n"
    "expel (verb)\n"
    "    object @diplomat => SANCTION expel 161\n"
    "        Kenya expelled an envoy. [KEN > *]\n"
    "    object #REB => none\n"
    "        Kenya expelled the rebels. [no event]\n"
    "attack, strike (verb)\n"
    "    => ASSAULT - 190\n"
    "        Kenya attacked Sudan. [KEN > SDN]\n"
    "open fire (verb)\n"
    "    => ASSAULT firearms 193\n"
    "        Kenya opened fire on Sudan. [KEN > SDN]\n"
    "open (verb)\n"
    "    object embassy => CONSULT - 040\n"
    "        Kenya opened an embassy in Sudan. [KEN > SDN]\n"
    "air strike (noun)\n"
    "    => ASSAULT aerial 195\n"
    "        Kenya carried out an air strike against Sudan. [KEN > SDN]\n"
    "attack (noun)\n"
    "    no against => none\n"
    "        An attack. [no event]\n"
    "    => ASSAULT - 190\n"
    "        A Kenyan attack against Sudan. [KEN > SDN]\n"
    "meet (verb)\n"
    "    mutual => CONSULT - 040\n"
    "        Kenya and Sudan met. [KEN > SDN]\n"
    "condemn (verb)\n"
    "    => ACCUSE disapprove 111\n"
    "        Kenya condemned Sudan. [KEN > SDN]\n"
    "threaten (verb)\n"
    "    clause to => compose threaten\n"
    "        Kenya threatened to attack Sudan. [THREATEN violence 1384: KEN > SDN]\n"
    "deny (verb)\n"
    "    => compose deny keep denied\n"
    "        Kenya denied attacking Sudan. [REJECT - 016: KEN > *]\n"
    "decide (verb)\n"
    "    clause to => through\n"
    "        Kenya decided to attack Sudan. [ASSAULT - 190: KEN > SDN]\n"
    "critical (adjective)\n"
    "    of @actor => ACCUSE disapprove 111\n"
    "        Kenya was critical of Sudan. [KEN > SDN]\n";

/// Writes all tables into a folder with the layout of the project's `data`.
inline void write_small_data(const TempFolder& folder) {
    folder.write("actors/countries.tsv", kCountries);
    folder.write("actors/known.tsv", kActors);
    folder.write("agents/roles.tsv", kRoles);
    folder.write("quotes/verbs.tsv", kCueVerbs);
    folder.write("quotes/nouns.tsv", kCueNouns);
    folder.write("quotes/phrases.tsv", kCuePhrases);
    folder.write("ontology/types.tsv", kPlover);
    folder.write("ontology/codes.tsv", kCameo);
    folder.write("ontology/contexts.tsv", "context\tdefinition\nlegal\tlaw\nmilitary\tarmies\n");
    folder.write("events/composition.tsv", kComposition);
    folder.write("events/status.tsv", kStatusWords);
    folder.write("events/quantities.tsv", kQuantityWords);
    folder.write("events/small.events", kEvents);
    folder.write("classes/small.classes", kClasses);
}

inline const ActorLexicon& small_actors() {
    static const ActorLexicon lexicon = [] {
        const TempFolder folder;
        write_small_data(folder);
        auto loaded = ActorLexicon::load(folder.path());
        if (!loaded) throw std::runtime_error(loaded.error().to_string());
        return *loaded;
    }();
    return lexicon;
}

inline const QuoteCues& small_cues() {
    static const QuoteCues cues = [] {
        const TempFolder folder;
        write_small_data(folder);
        auto loaded = QuoteCues::load(folder.path());
        if (!loaded) throw std::runtime_error(loaded.error().to_string());
        return *loaded;
    }();
    return cues;
}

/// Everything that find_mentions() looks up.
inline MentionLexica small_lexica() {
    return {small_actors(), small_cues()};
}

inline const EventLexicon& small_events() {
    static const EventLexicon lexicon = [] {
        const TempFolder folder;
        write_small_data(folder);
        auto loaded = EventLexicon::load(folder.path());
        if (!loaded) throw std::runtime_error(loaded.error().to_string());
        return *loaded;
    }();
    return lexicon;
}

}  // namespace tidings::test
