package dev.gpuadvisor.slack.line;

/** Phrases that say one thing whatever stands around them, and what they say; by topic. */
final class WholePhrases {

  /** What alone decides: what runs now, money, hours, the load, what to look for. */
  static final Phrases ALONE =
      Phrases.of(
          """
          vs: ((we|i) )?currently use, currently( (on|using|paying|running on))?, actuellement( sur)?
          vs: (now|today) on, (we|i) (use|pay), paying, (i'm|i am|we're|we are) paying
          vs: (on|nous) (utilise|utilisons), j'utilise, (je|on) (paie|paye), nous payons
          vs: instead of, alternative(s)? to, au lieu de, en remplacement de
          vs: replace, replacing, remplacer, (switch|switching|migrate|migrating|move|moving) from, migrer de
          : (move|moving|switch|switching|migrate|migrating|get|getting|coming) (off|off of|away from|from) (openai|anthropic|claude|gemini|gpt|chatgpt|groq|bedrock|openrouter)
          : current (setup|gpu|server|provider), setup actuel, at our provider

          provider=all: (cheapest|best|which|what|all|any) provider(s)?, quel fournisseur, tous les fournisseurs, ailleurs, elsewhere, (anywhere|somewhere) else, autre part
          provider=all: (which|what|all|any) (clouds|vendors|hosters)
          provider=aws: (on )?ec2
          market=on_demand: (no|not|without) spot, (pas de|sans) spot, on(-| )demand, à la demande
          market=spot: spot( (instances|price))?, (spot/)?(preemptible|interruptible), (preemptible|interruptible)/spot
          market=reserved: reserved, réservé, committed, commitment
          : (no|not) reserved
          supply=low: in stock, en stock, available( right)? now
          supply=medium: good availability

          : (trop|too) (cher|expensive|much|pricey|costly), pas (trop )?cher, pas chère, (le )?moins cher, la moins chère, good deal
          : (not|nothing) (too |very |that |so )?(expensive|pricey|costly), budget( |-)friendly, low( |-)cost
          : (tiny|small|low|tight|limited|modest|shoestring|petit|maigre|faible) budget, budget (is |est )?(tight|limited|small|low|serré|limité)
          : plus (rentable|économique|avantageux|intéressant), break( |-)even
          : quel budget( mensuel)?, what budget, the bill, (the|my|our)? monthly bill, hourly (vs|or) monthly
          : combien (coûte|coute), (best )?bang for (the |my |your )?(buck|money), (best )?value for money

          hours=730: 24/7(/365)?, 24h/24( 7j/7)?, 7j/7 24h/24, en (continu|permanence), non(-| )stop, always on
          hours=730: (around|round) the clock, day and night, jour et nuit
          hours=40h/week: (business|office|working) hours, heures de bureau
          : (for|over|during) (a|one|the|1) month, (pendant|pour|sur) un mois
          : (and )?what (per|a) (month|hour|day), (and )?combien par (mois|heure|jour)
          card=amd: (only )?amd (only|gpu|gpus|card|cards), only amd
          card=nvidia: (only )?nvidia only, only nvidia
          card=hopper: (only )?hopper (only|gpu|gpus|card|cards), only hopper
          card=blackwell: blackwell (gpu|gpus|cards) only, (only )?blackwell only
          : how many (hours|days), combien d'heures, (every|each) day, chaque jour, tous les jours
          : scale(s)?( |-)to( |-)zero, serverless, mostly idle

          latency=batch: (in|only) batch, batch (only|job|processing|inference), offline( batch)?, en batch, par lots
          latency=batch: no latency requirement(s)?, (pas de|sans) contrainte de latence
          latency=batch: latency (doesn't matter|does not matter|is not important)
          min_replicas=2: high availability, highly available, haute disponibilité, redundancy, redundant
          min_replicas=#: (min |minimum |at least |au moins )?# r(e|é)plica(s)?( (min|minimum|at least|au moins))?
          min_replicas=#: (at least|au moins) # worker(s)?, # (instances|workers|replicas|réplicas) (of|de)
          : behind (a|the|one)? (load balancer|load-balancer|lb|proxy|router)
          users=#: # (req|reqs|request|requests|requêtes) (at once|at a time|at the same time|in parallel)
          users=#: # (req|reqs|request|requests|requêtes) (simultaneously|à la fois|en parallèle|concurrently)
          cached=#%: (cached|cached prompts|en cache|shared prefix|cache hit|cache hits|cache hit rate)( of| is| at| in)? #%
          cached=#%: prefix (hits|hit rate|((cache|caching)( hit| hits| hit rate)?))( of| is| at| in)? #%
          cached=#%: #% (of prompts cached|cached|cached prompts|en cache|shared prefix|cache hit|cache hits|cache hit rate)
          cached=#%: #% prefix (hits|hit rate|((cache|caching)( hit| hits| hit rate)?))
          peak=#: (peak factor|peak|peaks|facteur de pointe|pointe|pic)( of| is| at| de| à)? #
          peak=#x: (peak factor|peak|peaks|facteur de pointe|pointe|pic)( of| is| at| de| à)? #x
          peak=#x: #x (peak factor|peak|peaks|facteur de pointe|pointe|pic)
          gpu_memory_utilization=#: # (gpu )?(memory )?util(ization)?, gpu( memory| mem)? util(ization)?( of| at)? #
          gpu_memory_utilization=#%: #% (gpu )?(memory|mem|vram) (util|utilization|usage), (gpu )?(memory|mem|vram) (util|utilization)( of| at)? #%
          speed=#tok/s: (at least |au moins |min |minimum |minimum of |no less than |not less than |more than |over |above |plus de |with |avec )?# (tok|t)/s( each)?( (min|minimum|at least))?
          speed=#tok/s: (at least |au moins )?# tps
          : (only )?(get|getting|got|see|seeing) (only |about |around )?# (tok|t)/s, (only )?(get|getting|got|see|seeing) (only |about |around )?# tps
          gpus=2: (a|one) second (one|card|gpu)( (help|do|work))?, another one( (help|do|work))?, one more( (help|do|work))?, (une|la) deuxième( carte)?
          adapters=#: # (lora )?(adapter|adapters|adaptateur|adaptateurs|adaptors), # loras
          gpus=#: (max|maximum|at most|up to|au max|au maximum) # (gpus|gpu|cards|cartes)
          parallel=tp#pp#: (--|-)?tp( |=|-)?# (and |x )?(--|-)?pp( |=|-)?#
          parallel=tp#pp#: --tensor-parallel-size # --pipeline-parallel-size #
          parallel=pp#tp#: pp( |=|-)?# (and |x )?tp( |=|-)?#
          parallel=pp#: pp( |=|-)?#, pipeline(-| )parallel(ism)?( size)?( of)?( |=)#
          gpus=#: tensor( |-)parallel(ism)?( size)?( of)? #
          : (with |using |in |via |avec )?tensor( |-)parallel(ism)?
          gpus=#: (tp|tensor-parallel|tensor_parallel)( |=)#, tp(-)?#
          users=#: (concurrency|concurrence|parallelism|parallélisme)( (of|de|is|size))? #
          lora=#: rank( |=)#, lora (r|rank|rang|lora_r|lora_rank)( |=)#, lora r#

          rank=cost_per_token: (cheapest|lowest|best)( price| cost)?( for| of)?( a| the)?( 1)? (m|million)( of)? tok(ens)?
          rank=speed: (lowest|minimal|minimum|min|best) latency, latence (mini|minimale|minimum), (plus )?(faible|basse) latence( possible)?
          : low(er)? latency, latency( -|-)sensitive, latence (faible|basse)
          rank=speed: fastest, quickest, (le )?plus rapide, max throughput
          rank=cost_per_token: (cheap|cheapest|cheaper|lowest|best|least|better|minimal|meilleur|(le )?plus bas|moins cher|most cost-effective) ((cost|costs|price|value|coût|prix) )?(per|a|par|au|le) (token|tokens|tok|jeton|million|per-million|per-thousand)
          rank=cost_per_token: (cheap|cheapest|cheaper|lowest|best|least|better|minimal|meilleur|moins cher) ((cost|costs|price|value|coût|prix) )?per-million, (cheapest|cheaper|lowest|best) (token|tokens|token price|token cost)
          rank=cost_per_token: ((optimi(s|z)e(d)?|rank(ed)?|sort(ed)?|trier|trié) (for|by|on|par) )?(the )?(cost|costs|price|prices|coût|prix) ((per|par) (token|jeton)|per-million), (optimi(s|z)e(d)?|rank(ed)?|sort(ed)?) (for|by) $/(tok|token|per-million)
          rank=cost_per_token: (most )?tokens (per|for|for the) (dollar|$|buck|money), tok/$, tokens/$, tokens/dollar
          biggest: (le )?plus (gros|grand)
          gpus=8: (how many|which|what) gpus, combien de gpu(s)?
          : (tok|tokens|t)/s, (tok|tokens)/sec, (how many )?tokens per second, how many tokens, throughput
          : (combien de )?(tokens|jetons) par seconde, combien de (tokens|jetons)
          : these days, nowadays, going for
          : (priced|pricing) (it |this |that )?out, burst(y)? (traffic|load), (vllm|it|server) says, kv cache is too small
          : how (fast|long), (per|par) (user|utilisateur), p50, median, kv cache size
          : (largest|biggest|longest|max|maximum)( possible)? (context|ctx)( (length|window|size))?
          : how (much|long a|big a|large a|big of a|large of a|big is the) context, context length, contexte max(imum)?, plus grand contexte

          runtime=tgi: text-generation-launcher
          runtime=ollama: ollama (run|pull)
          runtime=lmstudio: lm studio
          quant=gptq-int#: (#bit|int#) gptq, gptq (in )?(#bit|int#)
          quant=awq: (4bit|int4) awq, awq (in )?(4bit|int4)
          quant=bnb-#bit: (bnb|bitsandbytes) #bit
          quant=16bit: (no|without) quantization, unquantized, (non|sans) (quantifié|quantification), full precision
          task=pretrain: from scratch, de zéro, pretrain, pre(-)?training
          task=dpo: dpo
          task=grpo: grpo
          task=ppo: ppo
          task=rlhf: rlhf

          : (figure|find|try) out, no idea, not sure, aucune idée, je ne sais pas
          : (with |using |the |at )?default (settings|context|ctx|quant|quantization|config|parameters|options|batch size|batch), (all |the )?defaults, par défaut
          : why not( just)?, pourquoi pas, which one(s)?( is better)?, lequel des deux, laquelle des deux
          quant=fp#: full fp#
          quant=bf#: full bf#
          region=france: french (cloud|provider|datacenter|region|hosting|servers|soil)
          gpu_layers=#: # gpu layers, # layers (offloaded )?(on|to|in|onto) (the |my )?(gpu|vram|card), offload(ing)? # layers( to (the |my )?gpu)?, # couches (sur|dans) (le |la )?(gpu|vram|carte)
          gpu_layers=# on: # layers (offloaded )?(on|to|in|onto), # couches (sur|dans), offload(ing)? # layers (on|to|onto)
          gpu_layers=#: # layers offloaded
          : (will|does|would|must|should) (it|i) offload, offload(ed|ing)?
          : (is |are )?sold out, out of stock, (en )?rupture( de stock)?, (as a )?(fallback|backup)( plan)?
          : right now, at the moment, en ce moment, at least, au moins
          : data (center|centers|centre|centres), (my|our) startup, (sitting|lying) around
          """);

  /** In a line about serving: lengths of sequences, and how many there are. */
  static final Phrases OF_SERVING =
      Phrases.of(
          """
          users=#: batch( size)?( of)? #, batch size=#
          ctx=#k: #k (token|tokens|tok|jetons) (each|apiece|chacun|chacune)
          ctx=#: # (token|tokens|tok|jetons) (each|apiece|chacun|chacune)
          ctx=#k: max (model |seq |sequence |context )?len(gth)?( of)? #k
          ctx=#: max (model |seq |sequence |context )?len(gth)?( of)? #
          : (thinking|reasoning) (mode|enabled)
          reasoning=#k: #k (thinking|reasoning) (token|tokens|tok)( (per|an|each) (answer|response|reply))?, #k (tokens|jetons) (of|de) (thinking|reasoning|raisonnement|réflexion)
          reasoning=#: # (thinking|reasoning) (token|tokens|tok)( (per|an|each) (answer|response|reply))?, # (tokens|jetons) (of|de) (thinking|reasoning|raisonnement|réflexion)
          """);

  /** In a line about fine-tuning: what settings of trainers are called. */
  static final Phrases OF_RUNS =
      Phrases.of(
          """
          examples=#k: #k (convos|chats|dialogs|instructions|questions|entries|records|items|documents|docs|messages|tickets|emails|qa pairs|q&a pairs|(instruction|training|preference) (pairs|examples|samples|rows))
          examples=#: # (convos|chats|dialogs|instructions|questions|entries|records|items|documents|docs|messages|tickets|emails|qa pairs|q&a pairs|(instruction|training|preference) (pairs|examples|samples|rows))
          packing=true: (sample |with )?packing, packed( sequences)?
          fused_loss=true: (with )?liger, liger kernel(s)?, fused loss
          lora_targets=all: all(-| )linear( layers)?, target modules all(-| )linear, target(s)? all-linear
          lora_targets=attention: attention (only|layers)
          offload=parameters: (with )?cpu offload, cpu(-| )offload(ing)?, offload to cpu
          sharding=zero#: zero( |-)#, (zero( |-)?)?stage( |-)?#, zero( |-)stage( |-)?#
          offload=optimizer: optimizer offload, offload optimizer
          task=full: fully, full( |-)?param(s|eter|eters)?( sft|)?, (all|every) (the )?(weights|parameters)
          task=full: complet, complète, complètement, entièrement, tous les (poids|paramètres)
          task=orpo: orpo
          task=kto: kto
          task=simpo: simpo
          task=rloo: rloo
          task=gspo: gspo
          task=dapo: dapo
          task=reward: (a )?reward model, reward model(l)?ing
          task=distillation: distillation, distill
          task=qat: qat, quantization(-| )aware( training)?
          optimizer=adamw_8bit: adam(w)?( |-|_)?8bit, 8bit adam(w)?
          optimizer=paged_adamw_8bit: paged( |-|_)adam(w)?( |-|_)?8bit, paged( |-|_)8bit adam(w)?, 8bit paged adam(w)?
          optimizer=muon: muon
          optimizer=galore: galore
          optimizer=lion: lion
          optimizer=apollo: apollo
          optimizer=lomo: lomo
          optimizer=in-backward: optimizer( |-)in(-| )backward, optimizer in bwd
          gradient_accumulation=#: (ga|gas|grad acc|grad_acc)( |=)#
          gradient_accumulation=#: (grad |gradient |grads |gradients )?(accum|accumulation)( steps| step)?( of| de| :)? #
          lora=#: (r|rank|rang|lora_r|lora_rank)( |=)#, r#
          batch=#: ((micro|per-device|per device|per-gpu|per gpu) )?batch( size)?( of)?( |=)#
          """);

  private WholePhrases() {}
}
