package dev.gpuadvisor.slack.line;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words that people put around a question, in lower case: greetings, thanks, what they are up to.
 * No name of a model, a card or a setting is among them, and nothing that is about money, amounts
 * or what is to be left out.
 */
final class Everyday {

  private static final Set<String> ENGLISH =
      Sayings.words(
          """
          able about actually after again ahead also although always am another any anybody anyone
          anything anyway app application approximately around as ask asked asking assuming
          available away back backend based basically be because been before being believe better
          bot both bring browse build building but by call case certain chance check choose
          choosing classification classify clear cloud colleague colleagues come comes coming
          company confirm consider consumer create customers datacenter dear decent
          decide dedicated deployed deployment depends detail details did different doing done down
          easily easy either else end endpoint enough entire etc even ever every everyone everything
          exactly existing expect expected extract extraction fairly far feel few figure find fine
          fitting folks follow following found from fully further future generally gets getting
          give given gives giving go goes going gonna good got gotta great guess guide guys had handle handles
          handling happen happy hard hardware having hello heya hiya help here hold holds hope hoping
          hosting however i'd i'll i'm i've idea ideal ideally if important inferencing info information
          interested internal into isn't issue it's its itself just keep keeping kind kinda know
          known knows lab later laying let let's lets like likely little load loads local locally look
          looking looks lot lots lying made mainly make makes making manage maybe mean means meant might
          mine moment mostly move moving must my myself name necessary new nice normally nothing
           number of off ok okay old on-prem online only onto opinion option options order
          other others otherwise overall particular perfect perfectly perhaps personal
          pick plan planning plans platform pls plz possible possibly practical prefer preferably
          preferred pretty probably problem product production properly provide provided
          purpose put question questions quick quickly quite rag rather reach ready real really realistic
          realistically reasonable reasonably recommendation recommendations
          recommended regarding rental rent rented renting result rig right rough
          roughly said same say saying scenario see seem seems seen selfhost selfhosted
          selfhosting send sensible served serves serving set setup shall show simple simply since
          site sizing so some somebody someone something somewhere soon sorry specific specifically
          specs spin still stuff such suffice sufficient suggest suggested suggestion suggestions
          suitable summaries summarisation summarise summarising summarization summarize summarizing
          support suppose supposed sure take takes taking talk talking team tell test testing than thank
          that that's their them then there there's these they they're thing things
          this those though thought through throughput thx tip tips too toward towards transcribe
          transcribing transcription translate translating translation try ty type typical typically
          understand up upon use useful uses usual usually various very wanna wanted wants was we'd we'll
          we're we've website well were whatever when where whether while who whole whose why will wish
          won't wonder wondering work worked working works workload wrong y'all yeah yes
          yet you'd you'll you're your yours node nodes box rack desktop pc hourly anyhow self-host recommend time stream simultaneously get used over worth hyperscaler hyperscalers continue currently trying away
          yo morning afternoon evening cheers during list spending squeeze gigs difference differences hmm onto wat savings saving save alternatives alternative appreciated appreciate regards everybody sup dude mate
          usage pay money office across building reasons company university lab's firm advice
          answer self-hosting worth overkill viable diff daytime plain feasible affordable economical prototype experiment experiments experimenting
          pilot poc mvp demo hobby chatting assistants copilot agentic pipeline pipelines classifier summarizer
          occasionally averaging bursty constantly traffic performance performant guys' staging process value home lowest range deal smth own win switch kinda highest cluster anywhere asks asking pointers total replace replacing switching smaller bigger larger something paying migrate migrating upgrade upgrading downgrade downgrading swap swapping change changing fancy vibe nothing crazy ballpark class registered inscrits happens checkpoint between maison dessus ailleurs oom instead dont startups shop lab stay fyi service services clouds quoted combined boss manager btw tbh imo afaik lol tia asap cc fwiw
          absolutely accuracy accurate actual almost alone alright amazing answering
          approximate assume atm attempting autocomplete awesome awful bad barely basic
          bcoz begin beginning benchmark benchmarking benchmarks best bit boot booting
          boring bringing broke broken brought cant certainly cheaply choice chosen
          clever close closer coding comfortable comfortably common commonly comparing
          comparison complex complicated configuration configure confused considered
          considering cool correct correctly couldnt coz crash crashed crashing creative
          curious cuz debug decently decided deciding decision definitely deploy
          deploying didnt difficult discuss discussion doable doesnt dumb dunno eli5
          entirely evaluate evaluating eventually excellent extremely fail failed
          failing fails failure faq faster finally frontend funny gaming gathering gave
          general giant gimme gone good-quality gotten gpu-poor grateful greetings
          hardly hate hated hear heard helpful heres hey hi hopefully hosted how howdy
          huge humble ideas idk iirc im imagine imho impossible insane insanely install
          installed installing isnt ive junior kept knowledge labeling labelling laggy
          lately learn learned learning leave leaving lemme liked listening live living
          lmk long longer looked lost love loved luckily main marketing massive meh
          messaging moderation modest narrow nearly need needed needs nicely nobody
          noone nvm odd ofc optimal ours ourselves partially partly picked picking
          planned plss poor precise precisely programming proper putting quality-wise
          quicker read reading recently recommending refactor regularly reliability
          reliable require required requirement requirements requires respond responsive
          ridiculous rn robust roleplay sadly sane says searching seo sharing shorter
          shouldnt side silly similar slightly slow slower slowly sluggish smart smooth
          smoothly snappy software solid somewhat sorta speak speaking speed-wise
          spinning spoken stability started starting stayed staying strange stuck
          stupid suggesting surely sweet tagging taken tbf terrible thankful thankfully
          thanks thats theirs themselves theres theyre think tho thru tldr tnx told took
          totally tough trick tricks tried true turn turned turning tysm u understood
          unfortunately unlikely ur usable useable want watch watching wdyt weird
          welcome went what whats which wholly whom wide wise wont worse worst wouldnt
          write writing written youre\
          """);

  private static final Set<String> FRENCH =
      Sayings.words(
          """
          aider aidez ainsi ait alors après assez au aujourd'hui aussi autour autre autres aux avait
          avant avez avoir avons beaucoup bien bon bonjour bonsoir bref c'est ça cas ce ceci cela
          celle celui ces cet cette cherche chercher cherchons choisir choix chose comme comment
          compte conseil conseillez conseiller conseilles conseils coucou d'abord dans
          déjà demande depuis devons devrais devrait dispose dit dois doit donc donne donner dont
          également elle elles encore enfin entre environ équipe es est était êtes être exécuter
          exploiter facile façon fait faites falloir faudra faudrait font gens gérer
          hébergement hébergeons héberge hello ici idéal idée ils j'ai j'aimerais j'aurais je juste
          l'inférence l'instant l'interne la laquelle lequel les lesquels leur leurs lors lui ma
          maintenant mais manière marche marcher matériel me même merci mettre mieux moi moment moyen
          nos nouveau ont oui où pareil parfait particulier passe pendant pense pensez permet
          peu peut peut-être peux plaît plait plutôt pourquoi pourrais pourrait pourriez pourrions
          pouvez pouvons précis prendre prévoir prévu problème prod projet propre puis
          puisque puissance puissant qu'il qu'elle quand que quelconque quelque
          quelques quels quelles qui quoi raisonnable recommandation recommande recommandes
          recommandez rentre résumer résumés s'il sa sais salut sait savoir se sera serait sert
          servi servir ses seulement si simple simplement situation soit solution sommes son sont
          souhaite souhaiterais souhaitons suffire suffira suffirait suffisant suffisante suffit suis ta
          te tel telle temps tenir tes tests tester tiendra tiendrait tiens tient toi ton toujours tout toute
          toutes traduire traduction très trouver tu type utile utilisation utilise utilisé va vais valable
          vaut vers veut veux vite voici voir vont vos voudrais voudrions voulons voudrait vous vraiment
          vu classer extraire requise requises nécessaire nécessaires louer loue loyer louée location
          capable capables possède disponible disponibles assistant interne
          l'idéal différence différences rapport qualité gros actuellement stp s'agit y ah eh mêmes paie paye bureau entreprise boîte équipe équipes économiser économie entraîner complet complète quantifié qu'on trop propose proposent revient coûterait faut traite traitons rentable oblige uniquement meilleur meilleure meilleurs souverain moyennant remplacer total local qu'un qu'une gagne gagner passer migrer changer basculer qqn sympa
          acceptable aime besoin bientôt bizarre bonne bonnes bons certainement commence
          commencer compliqué comprendre comprends connais connaître convenable
          conviendrait convient correct correcte croire crois demander difficile dire
          discuter envie espère essaie essayer essayé facilement faisable finalement
          fluide fonctionne fonctionner fonctionnerait grand grande grandes grands
          grosse génial honnête idéalement idées imagine joli lente lentement lire
          marcherait mauvais mauvaise minuscule modeste passerait penser petit petite
          petites potable presque probablement préfère préférer prêt prête pépère
          quasiment rapide rapidement récent récente supposer surtout svp sûrement
          tenter top tourne tournerait tranquille utilisable vrai écrire énorme\
          """);

  /** What turns the meaning of a line: never left out. */
  private static final Set<String> NEGATIONS =
      Sayings.words(
          """
          no not without except never don't doesn't can't cannot nor neither none avoid exclude
          excluding unless pas sans sauf aucun aucune jamais ni hors éviter exclure ne n'est\
          """);

  /** {@code gagne-t-on}, {@code suffirait-il}: a verb of a question, whichever it is. */
  private static final Pattern INVERTED =
      Pattern.compile("(?iU)[\\p{L}']+-(?:t-)?(?:on|il|elle|ils|elles|je|nous|vous|tu|ce)");

  private Everyday() {}

  /** Whether it says nothing about what is asked. */
  static boolean isOne(String word) {
    int elided = word.indexOf('\'') + 1; // l'équipe, d'aide
    boolean french = elided > 0 && elided < 4 && Sayings.isOneOf(FRENCH, word.substring(elided));
    return french
        || INVERTED.matcher(word).matches()
        || Sayings.isOneOf(ENGLISH, word)
        || Sayings.isOneOf(FRENCH, word);
  }

  /** Whether it says that something is not to be. */
  static boolean isNegation(String word) {
    return Sayings.isOneOf(NEGATIONS, word) || word.toLowerCase(Locale.ROOT).startsWith("non-");
  }

  static Stream<String> all() {
    return Stream.concat(ENGLISH.stream(), FRENCH.stream());
  }
}
